using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.CatchingUp;

public sealed class CatchUpCommandTests(ITestOutputHelper log)
{
    private const int Half = Week.Documents / 2;

    private static readonly string[] CatchUp = ["catch-up", "--site", "12345", "--since", Week.FirstDay];

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_week_is_taken_in_beside_the_service_though_the_command_is_killed_and_arrives_once()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        await using var installation = new Installation(log);
        Week.PublishAt(petrosoft);
        installation.SendTo(ationet);
        installation.FetchFrom(petrosoft);
        installation.Directory.Write("sites.json", Week.Sites);
        await installation.StartAsync();
        await Outage.TellOfSomeAsync(installation, petrosoft);

        var half = petrosoft.WaitForAsync(
            host => host.CountOf(PetrosoftEndpoint.BusinessDocument) >= Half,
            Deadline.OfWait
        );
        var killed = await installation.RunAndKillAsync(half, CatchUp);
        var run = await installation.RunAsync(CatchUp);

        Assert.Equal(CommandRun.Killed, killed.ExitCode);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            12345 fuel-invoice since 2026-01-08: 7 of 7 directories, 1000 documents, 37 known, 963 taken in
            12345 shift_fuel-grade-movement since 2026-01-08: 0 of 0 directories, 0 documents, 0 known, 0 taken in

            """,
            run.Output
        );
        Outage.AssertFetchedOnce(petrosoft);
        await ationet.WaitForAsync(host => host.Deliveries.Count >= Week.Documents, Deadline.OfMany);
        await installation.Listing.WaitForInsertsAsync(Week.Documents, "accepted");
        Assert.Equal(
            Week.Numbers.Select(number => (Week.InvoiceNumber(number), (decimal?)number)),
            ationet.Deliveries.Select(delivery => (delivery.InvoiceNumber!, delivery.Volume)).Order()
        );
        Assert.Empty(ationet.Duplicates);
        Assert.Empty(ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_dry_run_counts_and_stores_nothing()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.FetchFrom(petrosoft);
        await installation.StartAsync();
        petrosoft.Publish("12345", "fuel-invoice", "5127/12345/fuel-invoice/20260115/", "a.xml", "<a/>"u8.ToArray());
        petrosoft.Publish("12345", "fuel-invoice", "5127/12345/fuel-invoice/20260115/", "b.xml", "<b/>"u8.ToArray());

        var run = await installation.RunAsync(
            "catch-up",
            "--since",
            "2026-01-15",
            "--type",
            "fuel-invoice",
            "--dry-run"
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "12345 fuel-invoice since 2026-01-15: 1 of 1 directories, 2 documents, 0 known, 2 taken in (dry run: nothing was stored)\n",
            run.Output
        );
        Assert.Empty(await installation.Listing.GetAsync(Listing.Notifications));
        const string Count = "SELECT (SELECT count(*) FROM watermarks) + (SELECT count(*) FROM catch_up_runs)";
        Assert.Equal("0\n", await installation.SqlAsync(Count));
    }
}
