namespace NotifyReceiver.Inserts.Attempts;

/// <summary>One attempt to send an insert, as it was made and answered.</summary>
/// <param name="Address">Method and address; null in a dry run.</param>
/// <param name="Outcome">Null while it is under way.</param>
internal sealed record AttemptSummary(
    int Number,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    string? Address,
    string Request,
    string? Outcome,
    int? Status,
    string? Detail,
    string? Reply
);
