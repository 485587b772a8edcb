using NotifyReceiver.Dispatching.Fetching;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class NextCatchUpTests
{
    private static readonly DateTimeOffset Ended = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(true, 60, 60)]
    [InlineData(false, 60, 5)]
    [InlineData(true, 2, 2)]
    [InlineData(false, 2, 2)]
    public void Only_an_interrupted_round_is_followed_sooner_than_after_the_interval(
        bool isThrough,
        int interval,
        int minutes
    )
    {
        var next = NextCatchUp.After(isThrough, TimeSpan.FromMinutes(interval), Ended);

        Assert.False(next.IsDue(Ended));
        Assert.False(next.IsDue(Ended.AddMinutes(minutes).AddSeconds(-1)));
        Assert.True(next.IsDue(Ended.AddMinutes(minutes)));
    }

    [Fact]
    public void A_clock_that_was_put_back_years_makes_it_due()
    {
        var next = NextCatchUp.After(isThrough: true, TimeSpan.FromMinutes(60), Ended.AddYears(4));

        Assert.True(next.IsDue(Ended));
    }
}
