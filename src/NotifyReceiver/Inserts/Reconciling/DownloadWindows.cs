using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>
/// Which times to ask ATIONET for. Which of a row's dates it filters by is not documented, nor in which zone: the delivery's own,
/// or the one at which it received it. So a day is added on either side.
/// </summary>
internal static class DownloadWindows
{
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <param name="occurredAt">Wall clocks of deliveries, as they were sent.</param>
    /// <param name="sentAt">When requests with them left.</param>
    /// <returns>From the earliest to the latest, none touching another; both ends are meant, and are whole seconds.</returns>
    public static IReadOnlyList<(DateTime From, DateTime To)> Around(
        IEnumerable<string> occurredAt,
        IEnumerable<DateTimeOffset> sentAt
    )
    {
        var clocks = occurredAt.Select(text => WireText.TryParse(text, out var clock) ? clock : (DateTime?)null);
        var moments = clocks.OfType<DateTime>().Concat(sentAt.Select(at => WholeSecond(at.UtcDateTime)));
        var windows = new List<(DateTime From, DateTime To)>();
        foreach (var moment in moments.Order())
        {
            var (from, to) = (Earlier(moment), Later(moment));
            if (windows.Count > 0 && from - windows[^1].To <= Second)
            {
                windows[^1] = (windows[^1].From, to);
            }
            else
            {
                windows.Add((from, to));
            }
        }
        return windows;
    }

    /// <summary>
    /// Whole days and a day on either side of them, in pieces, so that no answer is huge. A piece begins with the second with
    /// which the one before ends, because what ATIONET filters by may have fractions of seconds.
    /// </summary>
    /// <param name="to">The last day, which is meant too.</param>
    /// <param name="longest">The most days of a piece.</param>
    public static IReadOnlyList<(DateTime From, DateTime To)> Over(DateOnly from, DateOnly to, int longest)
    {
        var last = to == DateOnly.MaxValue ? to : to.AddDays(1);
        var windows = new List<(DateTime From, DateTime To)>();
        var day = from == DateOnly.MinValue ? from : from.AddDays(-1);
        while (true)
        {
            var end = last.DayNumber - day.DayNumber < longest ? last : day.AddDays(longest - 1);
            windows.Add((day.ToDateTime(TimeOnly.MinValue), NextMidnight(end)));
            if (end == last)
            {
                return windows;
            }
            day = end.AddDays(1);
        }
    }

    /// <summary>Its last second.</summary>
    public static DateTime EndOf(DateOnly day) => day.ToDateTime(new TimeOnly(23, 59, 59));

    private static DateTime NextMidnight(DateOnly day) =>
        day == DateOnly.MaxValue ? EndOf(day) : day.AddDays(1).ToDateTime(TimeOnly.MinValue);

    private static DateTime WholeSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    // Documents have been seen to say the year 1.
    private static DateTime Earlier(DateTime time) =>
        time - DateTime.MinValue < Margin ? DateTime.MinValue : time - Margin;

    private static DateTime Later(DateTime time) =>
        DateTime.MaxValue - time < Margin ? WholeSecond(DateTime.MaxValue) : time + Margin;
}
