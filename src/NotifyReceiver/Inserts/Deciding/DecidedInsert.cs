using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>What must be known of an insert to decide about it.</summary>
/// <param name="Corrects">The earlier delivery that it may correct.</param>
/// <param name="DocumentRow">The row as its document has it, which is not what is sent where only a difference is.</param>
/// <param name="IsDifference">Whether only the difference to the one that it corrects is sent.</param>
internal sealed record DecidedInsert(
    InsertId Id,
    string State,
    string Kind,
    bool IsDry,
    string TerminalCode,
    string TankNumber,
    string ProductCode,
    string? InvoiceNumber,
    long? Corrects,
    string DocumentRow,
    bool IsDifference
)
{
    /// <summary>What its document says of it.</summary>
    public Row Document => Row.FromJson(InsertKind.Parse(Kind), DocumentRow);

    /// <summary>Null when there is no such insert.</summary>
    public static DecidedInsert? Find(SqliteConnection connection, InsertId id) =>
        connection
            .QueryFirstOrDefault<StoredRow>(
                """
                SELECT state, kind, is_dry, terminal_code, tank_number, product_code, invoice_number, corrects,
                       coalesce(document_row, row) AS document_row, document_row IS NOT NULL AS is_difference
                FROM inserts
                WHERE seq = @Seq
                """,
                new { id.Seq }
            )
            ?.With(id);

    private sealed record StoredRow(
        string State,
        string Kind,
        long IsDry,
        string TerminalCode,
        string TankNumber,
        string ProductCode,
        string? InvoiceNumber,
        long? Corrects,
        string DocumentRow,
        long IsDifference
    )
    {
        public DecidedInsert With(InsertId id) =>
            new(
                id,
                State,
                Kind,
                IsDry != 0,
                TerminalCode,
                TankNumber,
                ProductCode,
                InvoiceNumber,
                Corrects,
                DocumentRow,
                IsDifference != 0
            );
    }
}
