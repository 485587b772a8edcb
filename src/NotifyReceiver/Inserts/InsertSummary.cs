namespace NotifyReceiver.Inserts;

/// <summary>An insert as lists show it.</summary>
/// <param name="OccurredAt">The site's wall clock, as ATIONET takes it.</param>
/// <param name="Row">The row of <c>Trama</c>, as JSON.</param>
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
    string Row
);
