namespace NotifyReceiver.Dispatching;

/// <summary>
/// How long to wait before something is tried again: anything up to a limit that doubles with each try (full jitter), so that those
/// that failed together do not come back together. Pure.
/// </summary>
internal static class RetrySchedule
{
    private const int DoublingsToTheLimit = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="attempts">How many there were, 1 at least.</param>
    /// <param name="chance">From 0 up to 1.</param>
    /// <param name="retryAfter">What the host asked for; not undercut up to an hour, past which it cannot be meant.</param>
    /// <param name="limit">Past it the delay grows no more; a quarter of an hour where it is not given.</param>
    public static TimeSpan DelayAfter(int attempts, double chance, TimeSpan? retryAfter, TimeSpan? limit = null)
    {
        var doublings = Math.Min(attempts - 1, DoublingsToTheLimit);
        var longest = TimeSpan.FromTicks(Math.Min(First.Ticks << doublings, (limit ?? Limit).Ticks));
        var delay = Least + ((longest - Least) * chance);
        if (retryAfter is not { } asked || asked <= delay)
        {
            return delay;
        }
        return asked < LongestAsked ? asked : LongestAsked;
    }
}
