using CsCheck;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Tests.Inserts.Reconciling;

public sealed class DownloadWindowsTests
{
    private static readonly DateTimeOffset Sent = new(2026, 1, 15, 9, 45, 30, 500, TimeSpan.Zero);

    [Fact]
    public void A_day_before_and_after_the_delivery_and_its_sending_is_one_window_where_they_meet() =>
        Assert.Equal(
            ["2026/01/14 04:31:00 – 2026/01/16 09:45:30"],
            InWords(DownloadWindows.Around(["2026/01/15 04:31:00"], [Sent]))
        );

    [Fact]
    public void What_was_sent_long_after_it_happened_is_asked_for_by_both_times() =>
        Assert.Equal(
            ["2025/12/23 04:31:00 – 2025/12/25 04:31:00", "2026/01/14 09:45:30 – 2026/01/16 09:45:30"],
            InWords(DownloadWindows.Around(["2025/12/24 04:31:00"], [Sent]))
        );

    [Fact]
    public void Windows_that_touch_are_one() =>
        Assert.Equal(
            ["2026/01/01 00:00:00 – 2026/01/05 00:00:01"],
            InWords(DownloadWindows.Around(["2026/01/04 00:00:01", "2026/01/02 00:00:00"], []))
        );

    [Fact]
    public void A_time_with_another_offset_is_taken_by_UTC() =>
        Assert.Equal(
            ["2026/01/14 20:00:00 – 2026/01/16 20:00:00"],
            InWords(DownloadWindows.Around([], [new DateTimeOffset(2026, 1, 15, 15, 0, 0, TimeSpan.FromHours(-5))]))
        );

    [Fact]
    public void The_first_and_the_last_day_that_there_are_have_windows_too() =>
        Assert.Equal(
            ["0001/01/01 00:00:00 – 0001/01/02 00:00:00", "9999/12/30 00:00:00 – 9999/12/31 23:59:59"],
            InWords(DownloadWindows.Around(["0001/01/01 00:00:00", "9999/12/31 00:00:00"], []))
        );

    [Fact]
    public void Every_time_is_well_inside_one_window_and_no_window_is_longer_than_what_is_in_it() =>
        Gen.Int[0, 400 * 24]
            .Array[1, 20]
            .Sample(hours =>
            {
                var times = hours.Select(it => Listed.Clock("2026/01/01 00:00:00").AddHours(it)).ToList();

                var windows = DownloadWindows.Around(times.Select(WireText.Of), []);

                Assert.All(
                    times,
                    time => Assert.Single(windows, it => it.From <= time.AddDays(-1) && time.AddDays(1) <= it.To)
                );
                var days = times.SelectMany(time => Enumerable.Range(-24, 49).Select(hour => time.AddHours(hour)));
                Assert.Equal(
                    days.Distinct().Count() - windows.Count,
                    (int)windows.Sum(it => (it.To - it.From).TotalHours)
                );
                Assert.Equal(windows.OrderBy(it => it.From), windows);
            });

    [Fact]
    public void Days_are_asked_for_in_pieces_with_a_day_on_either_side() =>
        Assert.Equal(
            [
                "2026/01/09 00:00:00 – 2026/01/16 00:00:00",
                "2026/01/16 00:00:00 – 2026/01/23 00:00:00",
                "2026/01/23 00:00:00 – 2026/01/24 00:00:00",
            ],
            InWords(DownloadWindows.Over(new DateOnly(2026, 1, 10), new DateOnly(2026, 1, 22), longest: 7))
        );

    [Fact]
    public void One_day_may_be_one_piece() =>
        Assert.Equal(
            ["2026/01/09 00:00:00 – 2026/01/12 00:00:00"],
            InWords(DownloadWindows.Over(new DateOnly(2026, 1, 10), new DateOnly(2026, 1, 10), longest: 3))
        );

    [Fact]
    public void All_days_that_there_are_can_be_asked_for()
    {
        var windows = DownloadWindows.Over(DateOnly.MinValue, DateOnly.MaxValue, longest: 100_000);

        Assert.Equal(37, windows.Count);
        Assert.Equal(DateTime.MinValue, windows[0].From);
        Assert.Equal(DownloadWindows.EndOf(DateOnly.MaxValue), windows[^1].To);
    }

    private static IEnumerable<string> InWords(IEnumerable<(DateTime From, DateTime To)> windows) =>
        windows.Select(it => $"{WireText.Of(it.From)} – {WireText.Of(it.To)}");
}
