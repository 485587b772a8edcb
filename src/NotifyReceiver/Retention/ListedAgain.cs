using NotifyReceiver.Petrosoft.CatchingUp;

namespace NotifyReceiver.Retention;

/// <summary>
/// What catch-up may still list. It knows a listed document by what is kept of it, so that what were pruned too early would be
/// fetched, and its readings sent, at every round. Pure.
/// </summary>
internal static class ListedAgain
{
    // Days begin at other hours elsewhere, and a run that was interrupted goes on from where it began.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(3);

    // A station that was taken out of the sites is not caught up with any more, and its watermark stays where it is.
    private static readonly TimeSpan LongestUntried = TimeSpan.FromDays(30);

    /// <summary>From when on it may list documents; null where it lists none.</summary>
    public static DateTimeOffset? From(IReadOnlyList<Watermark> watermarks, int overlapDays, DateTimeOffset now)
    {
        var lastTried = watermarks.Max(watermark => watermark.TriedAt);
        return watermarks
            .Where(watermark => watermark.TriedAt is not { } tried || lastTried - tried < LongestUntried)
            .Min(watermark => (DateTimeOffset?)(StandOf(watermark, now) - TimeSpan.FromDays(overlapDays) - Margin));
    }

    private static DateTimeOffset StandOf(Watermark watermark, DateTimeOffset now)
    {
        var stand =
            watermark.CaughtUpAt ?? new DateTimeOffset(watermark.FirstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return stand < now ? stand : now;
    }
}
