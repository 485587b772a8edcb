using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class FullDiskTests(ITestOutputHelper log)
{
    private const int Blocks = 3000;
    private const int BodySize = 300_000;
    private const int MostCalls = 60;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_cannot_be_stored_is_refused_and_what_was_acknowledged_is_kept()
    {
        await using var installation = new Installation(log);
        var program = await installation.StartWithFileLimitAsync(Blocks);

        var (taken, refused) = await PostUntilRefusedAsync(installation);
        await program.KillAsync();
        await installation.StartAsync();

        Assert.Equal("urn:notify-receiver:problem:not-stored", refused.Json.Text("type"));
        Assert.Equal("application/problem+json", refused.Header("Content-Type"));
        Assert.NotNull(refused.Header("Retry-After"));
        Assert.NotEmpty(taken);
        var stored = await installation.Listing.GetAsync(Listing.Notifications);
        Assert.Equal(taken.Keys, stored.Select(notification => notification.Text("id")));
        var (lastId, lastBody) = taken.GetAt(taken.Count - 1);
        var shown = await installation.RunAsync("show", lastId, "--body");
        Assert.Equal(lastBody, shown.Output);
    }

    /// <returns>The bodies by the ids that were promised for them, in order, and the first answer that promised nothing.</returns>
    private static async Task<(OrderedDictionary<string, string> Taken, HttpAnswer Refused)> PostUntilRefusedAsync(
        Installation installation
    )
    {
        var taken = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < MostCalls; i++)
        {
            var body = i.ToString(CultureInfo.InvariantCulture).PadRight(BodySize);
            var answer = await installation.Curl.PostAsync(installation.Directory.Write("body", body), "text/plain");
            if (answer.Status != 202)
            {
                Assert.Equal(503, answer.Status);
                return (taken, answer);
            }
            taken[answer.Id] = body;
        }
        throw new InvalidOperationException($"All of {MostCalls} calls were taken.");
    }
}
