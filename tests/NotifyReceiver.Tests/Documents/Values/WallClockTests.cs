using System.Globalization;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

/// <summary>The rule of summer time, by transitions that the zones really had.</summary>
public sealed class WallClockTests
{
    [Theory]
    // 2026-11-01 02:00 -04:00 became 01:00 -05:00.
    [InlineData("2026-11-01T05:30:00Z", "2026-11-01T01:30:00")]
    [InlineData("2026-11-01T06:30:00Z", "2026-11-01T01:30:00")]
    [InlineData("2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00")]
    [InlineData("2026-11-01T01:30:00-05:00", "2026-11-01T01:30:00")]
    public void The_hour_that_autumn_repeats_shows_the_same_digits_twice(string text, string expected) =>
        Assert.Equal(expected, Show(text, "America/New_York"));

    [Fact]
    public void Digits_of_the_sites_own_clock_are_kept_when_it_showed_them_twice() =>
        Assert.Equal("2026-11-01T01:30:00", Show("2026-11-01T01:30:00", "America/New_York"));

    [Fact]
    public void Digits_that_another_zone_showed_twice_are_the_first_time() =>
        // 01:30 at -04:00.
        Assert.Equal("2026-11-01T05:30:00", Show("2026-11-01T01:30:00", "Etc/UTC", "America/New_York"));

    [Theory]
    // One hour at 02:00.
    [InlineData("America/New_York", "2026-03-08T02:00:00", "2026-03-08T03:00:00")]
    [InlineData("America/New_York", "2026-03-08T02:59:59", "2026-03-08T03:59:59")]
    [InlineData("America/New_York", "2026-03-08T01:59:59", "2026-03-08T01:59:59")]
    [InlineData("America/New_York", "2026-03-08T03:00:00", "2026-03-08T03:00:00")]
    // Half an hour at 02:00.
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-04T02:45:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-04T02:30:00")]
    // One hour at midnight.
    [InlineData("America/Santiago", "2026-09-06T00:30:00", "2026-09-06T01:30:00")]
    [InlineData("America/Santiago", "2026-09-06", "2026-09-06T01:00:00")]
    [InlineData("Asia/Beirut", "2025-03-30T00:00:00", "2025-03-30T01:00:00")]
    // A whole day, when Samoa moved over the date line.
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-31T12:00:00")]
    [InlineData("Pacific/Apia", "2011-12-29T23:59:59", "2011-12-29T23:59:59")]
    [InlineData("Pacific/Apia", "2011-12-31T00:00:00", "2011-12-31T00:00:00")]
    public void What_the_clock_never_showed_is_moved_on_by_the_gap(string zone, string text, string expected) =>
        Assert.Equal(expected, Show(text, zone));

    [Fact]
    public void What_another_zones_clock_never_showed_is_moved_on_there() =>
        // 03:30 at -04:00.
        Assert.Equal("2026-03-08T07:30:00", Show("2026-03-08T02:30:00", "Etc/UTC", "America/New_York"));

    [Theory]
    [InlineData("2026-01-15T12:00:00", "Etc/UTC", "2026-01-15T07:00:00")]
    [InlineData("2026-07-15T12:00:00", "Etc/UTC", "2026-07-15T08:00:00")]
    [InlineData("2026-07-15T12:00:00", "America/New_York", "2026-07-15T12:00:00")]
    [InlineData("2026-07-15T12:00:00+02:00", "Asia/Tokyo", "2026-07-15T06:00:00")]
    public void A_clock_of_another_zone_is_read_there_unless_an_offset_is_told(
        string text,
        string zone,
        string expected
    ) => Assert.Equal(expected, Show(text, "America/New_York", zone));

    [Fact]
    public void A_day_without_a_time_stays_that_day() =>
        Assert.Equal("2026-01-15T00:00:00", Show("2026-01-15", "America/New_York", "Etc/UTC"));

    [Theory]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "moved on by 30 minutes: the clock never showed it")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00:00", "moved on by 1440 minutes: the clock never showed it")]
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00", null)]
    public void What_was_done_is_told(string site, string text, string? how) =>
        Assert.Equal(
            how,
            WallClock.Show(IsoTime.DateTime(text)!.Value, null, TimeZoneInfo.FindSystemTimeZoneById(site)).How
        );

    private static string Show(string text, string site, string? zone = null) =>
        WallClock
            .Show(
                IsoTime.DateTime(text)!.Value,
                zone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(zone),
                TimeZoneInfo.FindSystemTimeZoneById(site)
            )
            .Clock.ToString("s", CultureInfo.InvariantCulture);
}
