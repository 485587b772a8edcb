using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Stopping;

public sealed class StopTests(ITestOutputHelper log)
{
    private static readonly TimeSpan UntilAfterTheSignal = TimeSpan.FromSeconds(3);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_to_stop_ends_it_without_an_error(string signal)
    {
        await using var installation = new Installation(log);
        var program = await installation.StartAsync();

        await program.SignalAsync(signal);

        Assert.Equal(0, await program.WaitForExitAsync());
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_is_under_way_to_the_host_is_finished_and_recorded()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        var program = await installation.StartAsync();
        ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(UntilAfterTheSignal) with { Times = 1 });
        await installation.Curl.PostTextAsync(new Invoice("INV-1").ToXml(), Samples.Xml);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, Deadline.OfWait);

        await program.TerminateAsync();
        var exitCode = await program.WaitForExitAsync();

        Assert.Equal(0, exitCode);
        var insert = Assert.Single(await installation.Listing.GetAsync(Listing.Inserts));
        Assert.Equal("accepted", insert.Text("state"));
        Assert.Single(ationet.Deliveries);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_is_under_way_of_several_terminals_is_finished_and_what_waits_behind_it_is_left()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.Directory.Write("sites.json", Stations.File(3));
        var program = await installation.StartAsync();
        ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(UntilAfterTheSignal) with { Times = 3 });
        foreach (var station in new[] { 1, 2, 3 })
        {
            var invoice = Samples
                .Text(Samples.FuelInvoice)
                .Replace("12345", Stations.LocationOf(station), StringComparison.Ordinal);
            await installation.Curl.PostTextAsync(invoice, Samples.Xml);
        }
        await ationet.WaitForAsync(host => host.HeldRequests == 3, Deadline.OfWait);
        await installation.Listing.WaitForAsync(Listing.Inserts, all => all.Count == 6);

        await program.TerminateAsync();
        var exitCode = await program.WaitForExitAsync();
        var stopped = await installation.Listing.GetAsync(Listing.Inserts);
        var sent = ationet.Requests.Count;
        await installation.StartAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(3, sent);
        Assert.Equal(
            ["01 accepted 1", "02 pending 0"],
            stopped
                .Select(it => $"{it.Text("tankNumber")} {it.Text("state")} {it.Number("attempts")}")
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        await installation.Listing.WaitForInsertsAsync(6, "accepted");
        Assert.Equal(6, ationet.Deliveries.Count);
        Assert.Empty(ationet.Duplicates);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_waits_is_left_for_the_next_start()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        var program = await installation.StartAsync();
        ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(UntilAfterTheSignal) with { Times = 1 });
        await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, Deadline.OfWait);

        await program.TerminateAsync();
        await program.WaitForExitAsync();
        var stopped = await installation.Listing.GetAsync(Listing.Inserts);
        await installation.StartAsync();

        Assert.Equal(["accepted", "pending"], stopped.Select(insert => insert.Text("state")));
        await installation.Listing.WaitForInsertsAsync(2, "accepted");
        HandWorked.AssertSame(HandWorked.FuelInvoice, ationet.Deliveries.Select(delivery => delivery.Row));
    }
}
