using System.Text;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Fetching;

public sealed class UnfetchedTests(ITestOutputHelper log) : IAsyncLifetime
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";
    private const string File = "INV-1.xml";
    private const string Reference = $$"""{ "path": "{{Directory}}{{File}}", "documentType": "fuel-invoice" }""";

    private readonly Installation _installation = new(log);
    private PetrosoftSimulator _petrosoft = null!;

    public async Task InitializeAsync() => _petrosoft = await PetrosoftSimulator.StartAsync();

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _petrosoft.DisposeAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_was_named_while_the_host_was_down_is_fetched_though_the_service_is_killed_meanwhile()
    {
        _installation.FetchFrom(_petrosoft);
        Publish();
        await _petrosoft.StopAsync();
        var program = await _installation.StartAsync();
        var id = await _installation.Curl.PostTextAsync(Reference, Samples.Json);
        await program.WaitForOutputAsync($"{id}: {Directory}{File} is not fetched: ");
        var waiting = await _installation.RunAsync("show", id);
        await program.KillAsync();

        await _petrosoft.RestartAsync();
        await _installation.StartAsync();

        Assert.StartsWith("n1  fetching  reference", waiting.Output, StringComparison.Ordinal);
        Assert.Contains($"{File}  pending: ", waiting.Output, StringComparison.Ordinal);
        Assert.Contains("; next try ", waiting.Output, StringComparison.Ordinal);
        await AssertArrivedAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_notification_may_overtake_the_document_that_it_names()
    {
        _installation.FetchFrom(_petrosoft);
        await _installation.StartAsync();
        await _installation.Curl.PostTextAsync(Reference, Samples.Json);
        await _petrosoft.WaitForAsync(host => host.CountOf(PetrosoftEndpoint.BusinessDocument) > 0, Deadline.OfWait);

        Publish();

        await AssertArrivedAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Without_an_account_it_is_quarantined_and_fetched_by_a_replay_once_there_is_one()
    {
        Publish();
        var first = await _installation.StartAsync();
        var id = await _installation.Curl.PostTextAsync(Reference, Samples.Json);
        var quarantined = await _installation.Listing.WaitForNotificationAsync(id, "quarantined");
        await first.TerminateAsync();
        await first.WaitForExitAsync();

        _installation.FetchFrom(_petrosoft);
        await _installation.StartAsync();
        await _installation.RunAsync("replay", "--quarantined");

        Assert.Contains("set Petrosoft:Login and Petrosoft:Password", quarantined.Reasons(), StringComparison.Ordinal);
        await AssertArrivedAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_nobody_wants_any_more_is_dismissed_and_not_fetched()
    {
        _installation.FetchFrom(_petrosoft);
        await _petrosoft.StopAsync();
        var program = await _installation.StartAsync();
        var id = await _installation.Curl.PostTextAsync(Reference, Samples.Json);
        await program.WaitForOutputAsync($"{id}: {Directory}{File} is not fetched: ");

        var dismiss = await _installation.RunAsync("dismiss", id);
        Publish();
        await _petrosoft.RestartAsync();
        var later = await _installation.Curl.PostTextAsync(
            Reference.Replace("fuel-invoice\"", "invoice\"", StringComparison.Ordinal),
            Samples.Json
        );

        Assert.Equal("n1 is dismissed\n", dismiss.Output);
        await _installation.Listing.WaitForNotificationAsync(later, "fetched");
        Assert.Equal(1, _petrosoft.CountOf(PetrosoftEndpoint.BusinessDocument));
        var shown = await _installation.RunAsync("show", id);
        Assert.StartsWith("n1  dismissed  reference", shown.Output, StringComparison.Ordinal);
        Assert.Equal("dismiss n1\n", await _installation.SqlAsync("SELECT act || ' ' || subject FROM acts"));
    }

    private void Publish() =>
        _petrosoft.Publish(
            "12345",
            "fuel-invoice",
            Directory,
            File,
            Encoding.UTF8.GetBytes(new Invoice("INV-1").ToXml())
        );

    private async Task AssertArrivedAsync()
    {
        var insert = Assert.Single(await _installation.Listing.WaitForInsertsAsync(1, "dry-run"));
        Assert.Equal("INV-1", insert.Text("invoiceNumber"));
        var document = await _installation.Listing.WaitForNotificationAsync("n2", "converted");
        Assert.Equal(Directory + File, document.Text("path"));
        await _installation.Listing.WaitForNotificationAsync("n1", "fetched");
    }
}
