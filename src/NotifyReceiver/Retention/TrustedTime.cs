namespace NotifyReceiver.Retention;

/// <summary>
/// How far time has come, for telling how old something is. A clock that is set ahead by years must not prune everything, so it is
/// followed only as far as time has really passed, many times over: after months without power it has caught up within days. Pure.
/// </summary>
internal static class TrustedTime
{
    private const int TimesAsFast = 24;

    /// <param name="reached">How far it had come before; null at the first time.</param>
    /// <param name="newest">When the newest notification came; null when there is none.</param>
    /// <param name="now">What the clock shows.</param>
    /// <param name="passed">How much time has passed since <paramref name="reached"/>, by a clock that nobody sets.</param>
    public static DateTimeOffset After(
        DateTimeOffset? reached,
        DateTimeOffset? newest,
        DateTimeOffset now,
        TimeSpan passed
    )
    {
        var furthest = (reached ?? newest ?? now) + (passed * TimesAsFast);
        return furthest < now ? furthest : now;
    }
}
