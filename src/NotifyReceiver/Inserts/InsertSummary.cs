using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts;

/// <summary>An insert as lists show it.</summary>
/// <param name="OccurredAt">The site's wall clock, as ATIONET takes it.</param>
/// <param name="Corrects">The earlier delivery that it may correct.</param>
/// <param name="Row">The row of <c>Trama</c>, as JSON.</param>
/// <param name="DocumentRow">The row as its document has it, where only a difference to it is sent; null otherwise.</param>
internal sealed record InsertSummary(
    InsertId Id,
    string Kind,
    string TerminalCode,
    string TankNumber,
    string ProductCode,
    string OccurredAt,
    string? Volume,
    string? InvoiceNumber,
    string State,
    string? Reason,
    int Attempts,
    DateTimeOffset DueAt,
    DateTimeOffset CreatedAt,
    InsertId? Corrects,
    string Row,
    string? DocumentRow
)
{
    /// <summary>What its document says, whether that or only a difference is sent.</summary>
    public Row Document => Ationet.Rows.Row.FromJson(InsertKind.Parse(Kind), DocumentRow ?? Row);
}
