using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Tests.Certificates.Renewing.Timing;

public sealed class LookupScheduleTests
{
    [Theory]
    [InlineData(null, 6 * 3600)]
    [InlineData(-5, 60)]
    [InlineData(0, 60)]
    [InlineData(59, 60)]
    [InlineData(61, 61)]
    [InlineData(86400, 86400)]
    [InlineData(86401, 86400)]
    public void It_is_what_the_CA_asks_for_within_bounds(int? askedSeconds, int seconds)
    {
        TimeSpan? asked = askedSeconds is { } value ? TimeSpan.FromSeconds(value) : null;

        Assert.Equal(TimeSpan.FromSeconds(seconds), LookupSchedule.Next(asked));
    }
}
