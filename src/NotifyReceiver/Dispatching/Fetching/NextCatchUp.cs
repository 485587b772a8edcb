namespace NotifyReceiver.Dispatching.Fetching;

/// <summary>When to catch up again. Pure.</summary>
/// <param name="EndedAt">When the last round ended.</param>
internal sealed record NextCatchUp(DateTimeOffset EndedAt, TimeSpan Wait)
{
    private static readonly TimeSpan LongestWaitAfterInterruption = TimeSpan.FromMinutes(5);

    /// <param name="isThrough">Whether no run was interrupted: what one that is through could not do, it cannot do at once either.</param>
    public static NextCatchUp After(bool isThrough, TimeSpan interval, DateTimeOffset now) =>
        new(now, isThrough || interval < LongestWaitAfterInterruption ? interval : LongestWaitAfterInterruption);

    // A clock that was put back must not make it wait until the time that it showed before.
    public bool IsDue(DateTimeOffset now) => now < EndedAt || now >= EndedAt + Wait;
}
