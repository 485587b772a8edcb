using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class PauseTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_lasts_until_its_end()
    {
        var pause = Pause.Of(TimeSpan.FromHours(1), Now);

        Assert.False(pause.IsOverAt(Now));
        Assert.False(pause.IsOverAt(Now.AddMinutes(59)));
        Assert.True(pause.IsOverAt(Now.AddHours(1)));
    }

    [Fact]
    public void One_from_the_future_begins_now_with_its_own_length()
    {
        var pause = Pause.Of(TimeSpan.FromHours(1), Now.AddDays(40));

        Assert.Equal(Pause.Of(TimeSpan.FromHours(1), Now), pause.AsOf(Now));
    }

    [Fact]
    public void One_that_began_in_the_past_stays_as_it_is()
    {
        var pause = Pause.Of(TimeSpan.FromDays(1), Now.AddHours(-2));

        Assert.Equal(pause, pause.AsOf(Now));
    }
}
