using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.CatchingUp;

public sealed class CatchUpOnStartTests(ITestOutputHelper log)
{
    private const int Half = Week.Documents / 2;

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_week_is_taken_in_by_the_service_itself_though_it_is_killed_meanwhile()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        await using var installation = new Installation(log);
        Week.PublishAt(petrosoft);
        installation.FetchFrom(petrosoft);
        installation.Settings["CatchUp:IntervalMinutes"] = "60";
        installation.Directory.Write("sites.json", Week.Sites);
        await WorkUntilTheWeekAsync(installation, petrosoft);

        var killed = await installation.StartAsync();
        await petrosoft.WaitForAsync(host => host.CountOf(PetrosoftEndpoint.BusinessDocument) >= Half, Deadline.OfWait);
        await killed.KillAsync();
        var again = await installation.StartAsync();

        await again.WaitForOutputAsync(
            "12345 fuel-invoice since 2026-01-08: 7 of 7 directories, 1000 documents, 37 known, 963 taken in"
        );
        Outage.AssertFetchedOnce(petrosoft);
        var inserts = await installation.Listing.WaitForInsertsAsync(Week.Documents, "dry-run");
        Assert.Equal(
            Week.Numbers.Select(Week.InvoiceNumber),
            inserts.Select(insert => insert.Text("invoiceNumber")).Order(StringComparer.Ordinal)
        );
        // Each document once: the 37, what named seventeen of them, and the 963.
        Assert.Equal(1001, (await installation.Listing.GetAsync(Listing.Notifications)).Count);
    }

    /// <summary>Leaves behind what a service leaves that ran for a month and has been down since the 10th of January.</summary>
    private static async Task WorkUntilTheWeekAsync(Installation installation, PetrosoftSimulator petrosoft)
    {
        var program = await installation.StartAsync();
        await petrosoft.WaitForAsync(
            host => host.CountOf(PetrosoftEndpoint.BusinessUnitLevelResources) == 2,
            Deadline.OfWait
        );
        await Outage.TellOfSomeAsync(installation, petrosoft);
        await program.TerminateAsync();
        Assert.Equal(0, await program.WaitForExitAsync());
        // With two days of overlap it goes on from the 8th.
        const string TurnBack = """
            UPDATE watermarks SET first_day = '2025-12-10', caught_up_at = '2026-01-10T12:00:00.000Z'
            WHERE failure IS NULL;
            SELECT document_type FROM watermarks WHERE caught_up_at < '2026-01-11' ORDER BY document_type
            """;
        Assert.Equal("fuel-invoice\nshift_fuel-grade-movement\n", await installation.SqlAsync(TurnBack));
    }
}
