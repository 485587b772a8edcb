namespace NotifyReceiver.Inserts.Turns;

/// <summary>What a request came to, and what follows for its inserts and its terminal.</summary>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="Reply">The raw reply, capped.</param>
/// <param name="Failures">Requests of the terminal that failed in passing, one after the other.</param>
/// <param name="TerminalDueAt">When the terminal may send again.</param>
internal sealed record RequestRecord(
    Claim.Send Claim,
    string Outcome,
    int? Status,
    string Detail,
    string? Reply,
    IReadOnlyList<InsertRecord> Inserts,
    int Failures,
    DateTimeOffset TerminalDueAt
);
