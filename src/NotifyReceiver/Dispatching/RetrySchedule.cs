namespace NotifyReceiver.Dispatching;

/// <summary>How long to wait before a request is sent again: twice as long each time, up to a limit, plus chance. Pure.</summary>
internal static class RetrySchedule
{
    private const int DoublingsToTheLimit = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <param name="attempts">How many there were, 1 at least.</param>
    /// <param name="chance">From 0 up to 1: spreads those that failed together over half of the delay.</param>
    /// <param name="retryAfter">What the host asked for; not undercut up to an hour, past which it cannot be meant.</param>
    public static TimeSpan DelayAfter(int attempts, double chance, TimeSpan? retryAfter)
    {
        var doublings = Math.Min(attempts - 1, DoublingsToTheLimit);
        var longest = TimeSpan.FromTicks(Math.Min(First.Ticks << doublings, Limit.Ticks));
        var delay = longest * (0.5 + (chance / 2));
        if (retryAfter is not { } asked || asked <= delay)
        {
            return delay;
        }
        return asked < LongestAsked ? asked : LongestAsked;
    }
}
