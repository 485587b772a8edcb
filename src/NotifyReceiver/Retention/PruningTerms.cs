namespace NotifyReceiver.Retention;

/// <summary>What may be pruned.</summary>
/// <param name="Now">How far time has come, as far as it can be trusted.</param>
/// <param name="Before">Finished notifications that last came before it are pruned; null prunes none for their age.</param>
/// <param name="MostBytes">What the database may hold; null however much.</param>
/// <param name="ListedFrom">What was fetched, or listed, since then may be listed again and stays; null where nothing is listed.</param>
internal sealed record PruningTerms(
    DateTimeOffset Now,
    DateTimeOffset? Before,
    long? MostBytes,
    DateTimeOffset? ListedFrom
)
{
    // Nobody should have to hurry to see what came, however small the disk is.
    private static readonly TimeSpan LeastAge = TimeSpan.FromDays(1);

    /// <summary>Where something goes for its size, it is older than this all the same.</summary>
    public DateTimeOffset BeforeForSize => Now - LeastAge;

    public static PruningTerms Of(RetentionOptions options, DateTimeOffset now, DateTimeOffset? listedFrom) =>
        new(
            now,
            options.Keep > TimeSpan.Zero ? now - Max(options.Keep, LeastAge) : null,
            options.MaxBytes > 0 ? options.MaxBytes : null,
            listedFrom
        );

    /// <summary>Whether one that last came then may go.</summary>
    public bool MayGo(Candidate candidate, DateTimeOffset before) =>
        candidate.LastReceivedAt < before
        && candidate.IsFinished
        && !(candidate.IsListed && ListedFrom is { } listed && candidate.LastReceivedAt >= listed);

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
