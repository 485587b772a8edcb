using System.Globalization;

namespace NotifyReceiver.Documents.Values;

/// <summary>
/// From what a document says of a time to the site's wall clock, which ATIONET's rows carry. A time with an offset is shown by
/// the site's clock, so the hour that autumn repeats shows the same digits twice. A clock's digits without an offset are kept
/// when the clock is the site's own; when it is another zone's and showed them twice, the first (summer) time is meant. Digits
/// that a clock never showed, in spring, are moved on by the length of the gap. A day without a time stays that day.
/// </summary>
internal static class WallClock
{
    // No clock is further from UTC than this, and none is changed twice within it.
    private static readonly TimeSpan Around = TimeSpan.FromHours(16);

    /// <summary>The site's wall clock, and what was done in words; null when nothing was.</summary>
    public static (DateTime Clock, string? How) Show(ToldTime told, TimeZoneInfo? zone, TimeZoneInfo site)
    {
        if (told.Offset is { } offset)
        {
            return (ShownBy(site, new DateTimeOffset(told.Clock, offset)), $"offset {Text(offset)} → {site.Id}");
        }
        var isOwn = zone is null || zone.Id == site.Id || told.IsDayAlone;
        var (clock, first, moved) = On(isOwn ? site : zone!, told.Clock);
        var how =
            moved == TimeSpan.Zero ? null : $"moved on by {moved.TotalMinutes:0} minutes: the clock never showed it";
        if (isOwn)
        {
            return (clock, how);
        }
        var shown = ShownBy(site, new DateTimeOffset(clock, first));
        return (shown, string.Join(", ", new[] { how, $"{zone!.Id} → {site.Id}" }.OfType<string>()));
    }

    private static DateTime ShownBy(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    // Asked by the offsets at instants alone, because the framework's own "invalid" and "ambiguous" know summer time only, and
    // not a zone that moves, such as Apia's over the date line.
    private static (DateTime Clock, TimeSpan First, TimeSpan Moved) On(TimeZoneInfo zone, DateTime clock)
    {
        var before = OffsetAt(zone, clock - Around);
        var after = OffsetAt(zone, clock + Around);
        if (OffsetAt(zone, clock - before) == before)
        {
            return (clock, before, TimeSpan.Zero);
        }
        return OffsetAt(zone, clock - after) == after
            ? (clock, after, TimeSpan.Zero)
            : (clock + (after - before), after, after - before);
    }

    private static TimeSpan OffsetAt(TimeZoneInfo zone, DateTime utc) =>
        zone.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private static string Text(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
