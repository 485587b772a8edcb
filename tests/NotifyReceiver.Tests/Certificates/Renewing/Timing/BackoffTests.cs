using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class BackoffTests
{
    private const double Middle = 0.5;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 10)]
    [InlineData(3, 100)]
    [InlineData(4, 24 * 60)]
    [InlineData(5, 24 * 60)]
    [InlineData(1000, 24 * 60)]
    public void It_grows_to_a_day(int failures, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), After(failures));

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.25, 0.9)]
    [InlineData(1, 1.2)]
    public void Chance_makes_it_a_fifth_more_or_less(double chance, double minutes) =>
        Assert.Equal(minutes, Backoff.DelayAfter(1, FailureKind.Passing, 0.5, null, chance).TotalMinutes, 6);

    [Fact]
    public void What_only_a_person_mends_is_tried_daily_from_the_first() =>
        Assert.Equal(TimeSpan.FromDays(1), After(1, FailureKind.Configuration));

    [Theory]
    [InlineData(0.09, 60)]
    [InlineData(-3, 60)]
    [InlineData(0.1, 24 * 60)]
    public void With_little_life_left_it_is_an_hour_at_most(double shareLeft, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), After(4, shareLeft: shareLeft));

    [Fact]
    public void With_little_life_left_the_first_waits_stay_short() =>
        Assert.Equal(TimeSpan.FromMinutes(1), After(1, shareLeft: 0.01));

    [Fact]
    public void With_little_life_left_a_wrong_setting_is_still_tried_daily() =>
        Assert.Equal(TimeSpan.FromDays(1), After(4, FailureKind.Configuration, shareLeft: 0.01));

    [Fact]
    public void Without_a_certificate_nothing_shortens_it() =>
        Assert.Equal(TimeSpan.FromDays(1), Backoff.DelayAfter(4, FailureKind.Passing, shareLeft: null, null, Middle));

    [Theory]
    [InlineData(30, 60)]
    [InlineData(3600, 3600)]
    [InlineData(7 * 86400, 7 * 86400)]
    [InlineData(int.MaxValue, 7 * 86400)]
    public void The_CA_is_left_alone_as_long_as_it_asks_up_to_a_week(int askedSeconds, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            Backoff.DelayAfter(1, FailureKind.Passing, 0.5, TimeSpan.FromSeconds(askedSeconds), Middle)
        );

    [Fact]
    public void What_the_CA_asks_for_counts_also_with_little_life_left() =>
        Assert.Equal(
            TimeSpan.FromHours(5),
            Backoff.DelayAfter(4, FailureKind.Passing, 0.01, TimeSpan.FromHours(5), Middle)
        );

    private static TimeSpan After(int failures, FailureKind kind = FailureKind.Passing, double shareLeft = 0.3) =>
        Backoff.DelayAfter(failures, kind, shareLeft, retryAfter: null, Middle);
}
