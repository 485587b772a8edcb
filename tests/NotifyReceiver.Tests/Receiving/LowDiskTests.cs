using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

public sealed class LowDiskTests
{
    [Fact]
    public async Task Nothing_is_taken_when_less_than_the_reserve_is_free_and_readiness_says_why()
    {
        using var directory = new TemporaryDirectory();
        await using (
            var receiver = await RunningReceiver.StartAsync(
                directory,
                Setting.Of("Receiver:MinFreeBytes", "9000000000000000000")
            )
        )
        {
            using var refused = await receiver.PostAsync("<a/>"u8.ToArray());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("urn:notify-receiver:problem:disk-low", problem.GetProperty("type").GetString());
            Assert.Empty(receiver.Notifications.List(null, 10));

            using var ready = await receiver.Anonymous.GetAsync(new Uri(receiver.Admin, "/health/ready"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("Receiver:MinFreeBytes", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await using var again = await RunningReceiver.StartAsync(directory, Setting.Of("Receiver:MinFreeBytes", "0"));
        using var taken = await again.PostAsync("<a/>"u8.ToArray());
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
    }
}
