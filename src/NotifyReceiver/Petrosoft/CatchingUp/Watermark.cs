namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>How far catch-up has seen all that was published for one station and one document type.</summary>
/// <param name="FirstDay">Nothing before it is looked for, unless an operator asks.</param>
/// <param name="CaughtUpAt">All that was published before is here; null before the first run came to its end.</param>
/// <param name="Failure">Why the last run did not come to its end; null when it did.</param>
internal sealed record Watermark(
    string Location,
    string DocumentType,
    DateOnly FirstDay,
    DateTimeOffset? CaughtUpAt,
    DateTimeOffset? TriedAt,
    string? Failure
);
