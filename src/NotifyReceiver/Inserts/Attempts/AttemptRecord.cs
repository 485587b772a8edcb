namespace NotifyReceiver.Inserts.Attempts;

/// <summary>What an attempt came to, and what follows for the insert.</summary>
/// <param name="Number">Which attempt of this insert, from 1.</param>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="Reply">The raw reply, capped.</param>
/// <param name="State">The insert's new state.</param>
/// <param name="Reason">Why it stands there, for people; null when that needs no reason.</param>
/// <param name="DueAt">When to send it again, where it is pending; null is at once.</param>
internal sealed record AttemptRecord(
    InsertId Id,
    int Number,
    string Outcome,
    int? Status,
    string Detail,
    string? Reply,
    string State,
    string? Reason,
    DateTimeOffset? DueAt
);
