namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>An <see cref="OwnInsert"/> as the database has it.</summary>
internal sealed record OwnInsertRow(
    long Seq,
    string Kind,
    string TerminalCode,
    string TankNumber,
    string ProductCode,
    string OccurredAt,
    string? Volume,
    string? InvoiceNumber,
    string State,
    long OutcomeUnknown
)
{
    public const string Columns = """
        seq, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, outcome_unknown
        """;

    public OwnInsert ToOwnInsert() =>
        new(
            new InsertId(Seq),
            InsertKind.Parse(Kind),
            TerminalCode,
            TankNumber,
            ProductCode,
            OccurredAt,
            Volume,
            InvoiceNumber,
            State,
            OutcomeUnknown != 0
        );
}
