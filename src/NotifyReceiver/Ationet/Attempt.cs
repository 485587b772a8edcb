namespace NotifyReceiver.Ationet;

/// <summary>What came back from sending one request.</summary>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="Reply">The raw answer, cut at <see cref="AtionetHost.LongestReply"/>.</param>
internal sealed record Attempt(Outcome Outcome, int? Status, string? Reply);
