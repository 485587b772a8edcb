using System.Globalization;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

public sealed class IsoTimeTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("2026-01-15", "2026-01-15T00:00:00")]
    [InlineData("2026-01-15T", "2026-01-15T00:00:00")]
    [InlineData("2026-01-15Z", "2026-01-15T00:00:00")]
    [InlineData("2026-01-15-05:00", "2026-01-15T00:00:00")]
    [InlineData("2026-01-15T04:31", "2026-01-15T04:31:00")]
    [InlineData("2026-01-15T04:31:09", "2026-01-15T04:31:09")]
    [InlineData("2026-01-15 04:31:09", "2026-01-15T04:31:09")]
    [InlineData("2026-01-15T04:31:09.999", "2026-01-15T04:31:09")]
    [InlineData("2026-01-15T21:58:30-05:00", "2026-01-15T21:58:30")]
    [InlineData("2026-01-16T02:58:30Z", "2026-01-15T21:58:30")]
    [InlineData("2026-01-16T02:58:30+0000", "2026-01-15T21:58:30")]
    [InlineData("2026-07-16T02:58:30Z", "2026-07-15T22:58:30")]
    [InlineData("2026-01-15T21:58:30-05", "2026-01-15T21:58:30")]
    [InlineData("2026-01-15T21:58:30.25-0500", "2026-01-15T21:58:30")]
    [InlineData("2026-01-15T24:00", "2026-01-16T00:00:00")]
    [InlineData("2026-01-15T24:00:00.00", "2026-01-16T00:00:00")]
    public void A_date_time_is_shown_by_the_clock_of_the_site(string text, string expected) =>
        Assert.Equal(
            DateTime.ParseExact(expected, "s", CultureInfo.InvariantCulture),
            WallClock.Show(IsoTime.DateTime(text)!.Value, zone: null, NewYork).Clock
        );

    [Theory]
    [InlineData("")]
    [InlineData("15/01/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-01-15T24:00:01")]
    [InlineData("2026-01-15T24:00:00.5")]
    [InlineData("2026-01-15T23:60:00")]
    [InlineData("2026-01-15T04:31:09-0575")]
    [InlineData("2026-01-15T04:31:09-5")]
    [InlineData("2026-01-15X04:31:09")]
    [InlineData("9999-12-31T24:00:00")]
    [InlineData("2026-01-15T10:00:00+25:00")]
    [InlineData("2026-01-15T10")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("٢٠٢٦-01-15")]
    public void What_is_no_date_time_is_none(string text) => Assert.Null(IsoTime.DateTime(text));
}
