using System.Collections.Concurrent;
using CsCheck;

namespace NotifyReceiver.Tests.Documents.Values;

/// <summary>Zones whose clocks differ in every way that clocks do, and their changes.</summary>
internal static class Zones
{
    private static readonly string[] Names =
    [
        "Etc/UTC",
        "America/New_York",
        "America/Phoenix",
        "America/Santiago",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Asia/Amman",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Africa/Cairo",
        "Europe/Dublin",
        "Europe/Istanbul",
        "Europe/Moscow",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
    ];

    private static readonly ConcurrentDictionary<(string, int), IReadOnlyList<Change>> Found = [];

    public static readonly Gen<TimeZoneInfo> Any = Gen.OneOf(Names).Select(TimeZoneInfo.FindSystemTimeZoneById);

    /// <summary>To the second, of the years in which all of these zones have known rules.</summary>
    public static readonly Gen<DateTimeOffset> Instant = Gen.Long[
            new DateTimeOffset(1985, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
            new DateTimeOffset(2037, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
        ]
        .Select(DateTimeOffset.FromUnixTimeSeconds);

    /// <summary>The instants of a year at which the clock is changed, each the first of the new time.</summary>
    public static IReadOnlyList<Change> Changes(TimeZoneInfo zone, int year) =>
        Found.GetOrAdd((zone.Id, year), _ => [.. Find(zone, year)]);

    private static IEnumerable<Change> Find(TimeZoneInfo zone, int year)
    {
        var from = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (; from.Year == year; from = from.AddDays(1))
        {
            var (before, after) = (zone.GetUtcOffset(from), zone.GetUtcOffset(from.AddDays(1)));
            if (before != after)
            {
                yield return new Change(FirstWith(zone, from, before), before, after);
            }
        }
    }

    private static DateTimeOffset FirstWith(TimeZoneInfo zone, DateTimeOffset day, TimeSpan before)
    {
        var (last, first) = (0, 24 * 60 * 60);
        while (first - last > 1)
        {
            var middle = (last + first) / 2;
            (last, first) = zone.GetUtcOffset(day.AddSeconds(middle)) == before ? (middle, first) : (last, middle);
        }
        return day.AddSeconds(first);
    }

    internal sealed record Change(DateTimeOffset At, TimeSpan Before, TimeSpan After);
}
