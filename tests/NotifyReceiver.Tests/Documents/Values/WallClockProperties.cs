using CsCheck;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Tests.Documents.Values;

public sealed class WallClockProperties
{
    private static readonly TimeZoneInfo Utc = TimeZoneInfo.FindSystemTimeZoneById("Etc/UTC");

    [Fact]
    public void An_instant_shown_by_a_clock_and_read_there_again_is_the_instant_or_the_first_with_these_digits() =>
        Gen.Select(Zones.Instant, Zones.Any)
            .Sample(
                (instant, zone) =>
                {
                    var shown = Show(new ToldTime(instant.DateTime, TimeSpan.Zero), zone: null, zone);
                    var back = Show(new ToldTime(shown), zone, Utc);

                    Assert.Equal(instant.ToOffset(zone.GetUtcOffset(instant)).DateTime, shown);
                    Assert.True(back <= instant.DateTime, $"{back:s} is after {instant:s}");
                    Assert.Equal(shown, Show(new ToldTime(back, TimeSpan.Zero), zone: null, zone));
                    if (!IsRepeated(zone, shown))
                    {
                        Assert.Equal(instant.DateTime, back);
                    }
                },
                iter: 20_000
            );

    [Fact]
    public void Digits_with_the_clocks_own_offset_are_shown_as_they_are() =>
        Gen.Select(Zones.Instant, Zones.Any)
            .Sample(
                (instant, zone) =>
                {
                    var local = instant.ToOffset(zone.GetUtcOffset(instant));

                    Assert.Equal(local.DateTime, Show(new ToldTime(local.DateTime, local.Offset), zone: null, zone));
                },
                iter: 5_000
            );

    [Fact]
    public void A_clock_in_a_gap_is_moved_on_by_it_and_one_in_an_overlap_is_kept() =>
        Gen.Select(Zones.Any, Gen.Int[1985, 2037], Gen.Double[0, 0.999])
            .Sample(
                (zone, year, fraction) =>
                {
                    foreach (var change in Zones.Changes(zone, year))
                    {
                        var (at, before, after) = (change.At, change.Before, change.After);
                        var (gap, within) = (after - before, (after - before).Duration() * fraction);
                        if (gap > TimeSpan.Zero)
                        {
                            var never = at.DateTime + before + within;
                            Assert.Equal(never + gap, Show(new ToldTime(never), zone: null, zone));
                        }
                        else
                        {
                            var twice = at.DateTime + after + within;
                            Assert.Equal(twice, Show(new ToldTime(twice), zone: null, zone));
                            Assert.Equal(twice - before, Show(new ToldTime(twice), zone, Utc));
                        }
                    }
                },
                iter: 400
            );

    private static DateTime Show(ToldTime told, TimeZoneInfo? zone, TimeZoneInfo site) =>
        WallClock.Show(told, zone, site).Clock;

    private static bool IsRepeated(TimeZoneInfo zone, DateTime shown) =>
        Zones
            .Changes(zone, shown.Year)
            .Any(change =>
                change.After < change.Before
                && shown >= change.At.DateTime + change.After
                && shown < change.At.DateTime + change.Before
            );
}
