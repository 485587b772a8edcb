namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>
/// A moment within the window that the CA suggests (RFC 9773, section 4.2): chosen at random once for each window and kept, so that
/// a restart does not choose again. A window that is over has a moment that is over too: renew now.
/// </summary>
internal sealed record ChosenTime(DateTimeOffset Start, DateTimeOffset End, DateTimeOffset At)
{
    /// <param name="kept">What was chosen before; null when nothing was.</param>
    /// <param name="chance">From 0 up to 1.</param>
    /// <returns>Null where the window ends before it starts, which says nothing (section 4.2).</returns>
    public static ChosenTime? In(DateTimeOffset start, DateTimeOffset end, ChosenTime? kept, double chance)
    {
        if (end <= start)
        {
            return null;
        }
        return kept is not null && kept.Start == start && kept.End == end
            ? kept
            : new ChosenTime(start, end, start + ((end - start) * chance));
    }
}
