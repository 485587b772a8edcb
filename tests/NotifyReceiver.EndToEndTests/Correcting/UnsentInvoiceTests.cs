using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Correcting;

public sealed class UnsentInvoiceTests(ITestOutputHelper log)
{
    [Theory(Timeout = Deadline.OfTest)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_versions_that_come_while_the_host_cannot_take_any_only_the_last_arrives(bool isFetched)
    {
        await using var station = await Station.StartAsync(log);
        station.Ationet.Misbehave(AtionetMisbehaviour.Status(503));
        await TellAsync(station, isFetched, "4200.0");
        await station.Installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Any(insert => insert.Text("state") == "pending" && insert.Number("attempts") > 0)
        );

        await TellAsync(station, isFetched, "4300.0");
        await TellAsync(station, isFetched, "4400.0");
        station.Ationet.Behave();

        await station.WaitForInsertAsync("i3", "accepted");
        await station.PassALaterInvoiceAsync();
        var inserts = await station.Installation.Listing.GetAsync(Listing.Inserts);
        Assert.Equal(
            ["i1 withdrawn", "i2 withdrawn", "i3 accepted", "i4 accepted"],
            inserts.Select(insert => $"{insert.Text("id")} {insert.Text("state")}")
        );
        // 4400 usgal x 3.785411784 = 16655.8118496 l
        Assert.Equal([16655.812m], station.ArrivedVolumes);
        var show = await station.Installation.RunAsync("show", "i1");
        Assert.Contains("no longer yields it", show.Output, StringComparison.Ordinal);
    }

    private static async Task TellAsync(Station station, bool isFetched, string gallons) =>
        await (isFetched ? station.PublishAsync(gallons) : station.CarryAsync(gallons));
}
