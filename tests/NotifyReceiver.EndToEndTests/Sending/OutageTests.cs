using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Sending;

public sealed class OutageTests(ITestOutputHelper log)
{
    private const int Readings = 150;

    // As many of a hundred as there must be, and one for what was about to be tried when the host came back.
    private const int MostRequests = 3;

    private static readonly DateTime First = new(2026, 1, 15, 8, 0, 0, DateTimeKind.Unspecified);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_gathered_while_the_host_was_down_arrives_in_few_requests_and_in_order()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        await ationet.StopAsync();
        await installation.StartAsync();
        using var caller = new Caller(installation);
        var readings = Enumerable.Range(0, Readings).Select(minute => new Reading(First.AddMinutes(minute))).ToList();

        // They come in no order at all.
        foreach (var reading in readings.OrderBy(it => it.At.Minute).ThenByDescending(it => it.At))
        {
            await caller.PostAsync(reading.ToJson(), Samples.Json);
        }
        await installation.Listing.WaitForInsertsAsync(Readings, "pending");
        await ationet.RestartAsync();

        await installation.Listing.WaitForInsertsAsync(Readings, "accepted");
        Assert.Equal(readings.Select(it => it.DateTime), ationet.Inventories.Select(inventory => inventory.DateTime));
        Assert.InRange(ationet.Requests.Count, 2, MostRequests);
        Assert.Empty(ationet.Violations);
    }
}
