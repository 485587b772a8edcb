using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

public sealed class SuccessStatusTests
{
    [Theory]
    [InlineData("200", 200, """{"id":"n1"}""")]
    [InlineData("204", 204, "")]
    public async Task A_sender_that_takes_one_status_alone_gets_it(string setting, int status, string body)
    {
        using var directory = new TemporaryDirectory();
        await using var receiver = await RunningReceiver.StartAsync(
            directory,
            Setting.Of("Receiver:SuccessStatus", setting)
        );

        using var response = await receiver.PostAsync("<a/>"u8.ToArray());

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal("/petrosoft/notifications/n1", response.Headers.Location!.ToString());
    }
}
