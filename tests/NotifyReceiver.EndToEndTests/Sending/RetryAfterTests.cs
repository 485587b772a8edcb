using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Sending;

public sealed class RetryAfterTests(ITestOutputHelper log)
{
    // Longer than the service would wait of its own after a first failure, and so told apart from it.
    private const int Asked = 2;

    private static readonly DateTime Morning = new(2026, 1, 15, 8, 0, 0, DateTimeKind.Unspecified);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_terminal_that_is_asked_to_wait_waits_so_long_and_no_other_waits_with_it()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Directory.Write("sites.json", Stations.File(2));
        var busy = AtionetMisbehaviour.Status(503, retryAfterSeconds: Asked);
        ationet.Misbehave(busy with { Times = 1, Terminal = Stations.TerminalOf(1) });
        await installation.StartAsync();

        await PostAsync(installation, station: 1, Morning);
        await ationet.WaitForAsync(host => host.Requests.Any(request => request.Status == 503), Deadline.OfWait);
        await PostAsync(installation, station: 1, Morning.AddHours(1));
        await PostAsync(installation, station: 2, Morning);

        await installation.Listing.WaitForInsertsAsync(3, "accepted");
        var waited = ationet.Requests.Where(request => IsOf(request.Body, station: 1)).ToList();
        Assert.Equal([503, 200, 200], waited.Select(request => request.Status!.Value));
        // The later one has not gone past the one that waited.
        Assert.Equal(waited[0].Body, waited[1].Body);
        // The least that it may be, on the host's clock; how much more it was is nobody's concern.
        Assert.True(waited[1].ReceivedAt - waited[0].ReceivedAt >= TimeSpan.FromSeconds(Asked), $"{ationet}");
        Assert.Single(ationet.Requests, request => IsOf(request.Body, station: 2));
        Assert.Equal(3, ationet.Inventories.Count);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_host_that_asks_for_fewer_requests_gets_none_for_so_long()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Directory.Write("sites.json", Stations.File(2));
        ationet.Misbehave(AtionetMisbehaviour.Status(429, retryAfterSeconds: Asked) with { Times = 1 });
        await installation.StartAsync();

        await PostAsync(installation, station: 1, Morning);
        await ationet.WaitForAsync(host => host.Requests.Any(request => request.Status == 429), Deadline.OfWait);
        await PostAsync(installation, station: 2, Morning);

        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        Assert.Equal(429, ationet.Requests[0].Status);
        Assert.All(
            ationet.Requests.Skip(1),
            request =>
                Assert.True(
                    request.ReceivedAt - ationet.Requests[0].ReceivedAt >= TimeSpan.FromSeconds(Asked),
                    $"{ationet}"
                )
        );
        Assert.Equal(3, ationet.Requests.Count);
    }

    private static Task<string> PostAsync(Installation installation, int station, DateTime at) =>
        installation.Curl.PostTextAsync(
            new Reading(at) { Location = Stations.LocationOf(station) }.ToJson(),
            Samples.Json
        );

    private static bool IsOf(string body, int station) =>
        body.Contains(Stations.TerminalOf(station), StringComparison.Ordinal);
}
