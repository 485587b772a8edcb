using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Starting;

/// <summary>Starts that go wrong while deliveries wait: they must still be there, and must not have gone out.</summary>
public sealed class StartWithAFullOutboxTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_start_without_the_host_keeps_what_waits_for_it()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = await WithWaitingDeliveriesAsync(ationet);
        foreach (var setting in new[] { "Ationet:BaseUrl", "Ationet:UserName", "Ationet:Password" })
        {
            installation.Settings.Remove(setting);
        }
        var dry = await installation.StartAsync();
        await installation.Curl.PostSampleAsync(Samples.TankReadings);
        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count(it => it.Text("state") == "dry-run") == 2
        );
        Assert.Equal(2, (await installation.Listing.GetAsync(Listing.Inserts, "--state", "pending")).Count);
        await dry.TerminateAsync();
        await dry.WaitForExitAsync();

        installation.SendTo(ationet);
        await ationet.RestartAsync();
        await installation.StartAsync();

        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count(it => it.Text("state") == "accepted") == 2
        );
        HandWorked.AssertSame(HandWorked.FuelInvoice, ationet.Deliveries.Select(delivery => delivery.Row));
        Assert.Empty(ationet.Inventories);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_start_that_cannot_open_its_door_sends_nothing()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = await WithWaitingDeliveriesAsync(ationet);
        await ationet.RestartAsync();
        ationet.Reset();
        using var occupant = new Trap();
        var port = occupant.Address.Port.ToString(CultureInfo.InvariantCulture);

        var run = await installation.RunAsync("run", $"--Receiver:Listen=https://127.0.0.1:{port}");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(ationet.Requests);
        Assert.Equal(2, (await installation.Listing.GetAsync(Listing.Inserts, "--state", "pending")).Count);
    }

    private async Task<Installation> WithWaitingDeliveriesAsync(AtionetSimulator ationet)
    {
        var installation = new Installation(log);
        try
        {
            await FillOutboxAsync(installation, ationet);
            return installation;
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    // The oldest was tried; the other waits behind it.
    private static async Task FillOutboxAsync(Installation installation, AtionetSimulator ationet)
    {
        installation.SendTo(ationet);
        await ationet.StopAsync();
        var program = await installation.StartAsync();
        await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        await installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Count == 2 && all[0].Number("attempts") > 0
        );
        await program.TerminateAsync();
        await program.WaitForExitAsync();
    }
}
