using NotifyReceiver.Dispatching;

namespace NotifyReceiver.Tests.Dispatching;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 0.0, 0.2)]
    [InlineData(1, 1.0, 2)]
    [InlineData(2, 1.0, 4)]
    [InlineData(5, 1.0, 32)]
    [InlineData(20, 1.0, 900)]
    [InlineData(20, 0.0, 0.2)]
    [InlineData(20, 0.5, 450.1)]
    [InlineData(int.MaxValue, 1.0, 900)]
    public void The_delay_is_anything_up_to_what_doubles_up_to_a_limit(int attempts, double chance, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetrySchedule.DelayAfter(attempts, chance, retryAfter: null));

    [Fact]
    public void What_the_host_asked_for_is_not_undercut_up_to_an_hour()
    {
        Assert.Equal(TimeSpan.FromMinutes(50), RetrySchedule.DelayAfter(1, 0, TimeSpan.FromMinutes(50)));
        Assert.Equal(TimeSpan.FromHours(1), RetrySchedule.DelayAfter(1, 0, TimeSpan.FromDays(9999)));
        Assert.Equal(TimeSpan.FromMinutes(15), RetrySchedule.DelayAfter(20, 1, TimeSpan.FromSeconds(1)));
    }
}
