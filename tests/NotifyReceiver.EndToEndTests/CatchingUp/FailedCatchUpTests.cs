using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.CatchingUp;

/// <summary>What the command tells a script when it cannot do all that was asked.</summary>
public sealed class FailedCatchUpTests(ITestOutputHelper log) : IAsyncLifetime
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";

    private static readonly string[] CatchUp = ["catch-up", "--since", "2026-01-15", "--type", "fuel-invoice"];

    private readonly Installation _installation = new(log);
    private PetrosoftSimulator _petrosoft = null!;

    public async Task InitializeAsync()
    {
        _petrosoft = await PetrosoftSimulator.StartAsync();
        _petrosoft.Publish("12345", "fuel-invoice", Directory, "a.xml", "<a/>"u8.ToArray());
        _petrosoft.Publish("12345", "fuel-invoice", Directory, "b.xml", "<b/>"u8.ToArray());
        _installation.FetchFrom(_petrosoft);
        await _installation.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _petrosoft.DisposeAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_station_that_is_not_there_is_not_found()
    {
        var run = await _installation.RunAsync("catch-up", "--site", "99999");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("there is no site with location '99999' (Sites:File)", run.Error, StringComparison.Ordinal);
        Assert.Empty(_petrosoft.Requests);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Without_an_account_the_settings_are_wrong()
    {
        _installation.Settings.Remove("Petrosoft:Login");
        _installation.Settings.Remove("Petrosoft:Password");

        var run = await _installation.RunAsync(CatchUp);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("set Petrosoft:Login and Petrosoft:Password", run.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Without_a_database_there_is_nowhere_to_keep_anything()
    {
        _installation.Settings["Receiver:DataDirectory"] = "elsewhere";

        var run = await _installation.RunAsync(CatchUp);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no database at 'elsewhere", run.Error, StringComparison.Ordinal);
        Assert.Empty(_petrosoft.Requests);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_host_that_cannot_be_reached_is_told_apart_and_the_next_run_goes_on()
    {
        await _petrosoft.StopAsync();
        var unreachable = await _installation.RunAsync(CatchUp);
        await _petrosoft.RestartAsync();
        var again = await _installation.RunAsync(CatchUp);

        Assert.Equal(4, unreachable.ExitCode);
        Assert.Contains("interrupted: ", unreachable.Error, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", unreachable.Error, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("2 documents, 0 known, 2 taken in", again.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_document_that_cannot_be_had_is_named_and_the_service_fetches_it_and_the_others_are_taken_in()
    {
        var once = PetrosoftMisbehaviour.Status(400) with { Times = 1, Endpoint = PetrosoftEndpoint.BusinessDocument };
        _petrosoft.Misbehave(once);

        var first = await _installation.RunAsync(CatchUp);
        await _installation.Listing.WaitForAsync(
            Listing.Notifications,
            all => all.Count == 3 && all.Any(it => it.Text("state") == "fetched")
        );
        var again = await _installation.RunAsync(CatchUp);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains(
            "2 documents, 0 known, 1 taken in, 1 named and to be fetched again\n",
            first.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("2 documents, 2 known, 0 taken in\n", again.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_refused_account_is_told_and_its_password_is_not()
    {
        _installation.Settings["Petrosoft:Password"] = "p-71c0-wrong";

        var run = await _installation.RunAsync(CatchUp);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Petrosoft:Login", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("p-71c0-wrong", run.All, StringComparison.Ordinal);
    }
}
