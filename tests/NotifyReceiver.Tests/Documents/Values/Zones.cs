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
    public static readonly Gen<DateTimeOffset> Instant = Gen
        .Long[
            new DateTimeOffset(1985, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
            new DateTimeOffset(2037, 12, 31, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds()
        ]
        .Select(DateTimeOffset.FromUnixTimeSeconds);

    /// <summary>The instants of a year at which the clock is changed, each the first of the new time.</summary>
    public static IReadOnlyList<Change> Changes(TimeZoneInfo zone, int year) =>
        Found.GetOrAdd((zone.Id, year), _ => [.. Find(zone, year)]);

    private static IEnumerable<Change> Find(TimeZoneInfo zone, int year)
    {
        var hour = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (; hour.Year == year; hour = hour.AddHours(1))
        {
            var (before, after) = (zone.GetUtcOffset(hour), zone.GetUtcOffset(hour.AddHours(1)));
            if (before != after)
            {
                var seconds = Enumerable.Range(1, 3600).First(s => zone.GetUtcOffset(hour.AddSeconds(s)) == after);
                yield return new Change(hour.AddSeconds(seconds), before, after);
            }
        }
    }

    internal sealed record Change(DateTimeOffset At, TimeSpan Before, TimeSpan After);
}
