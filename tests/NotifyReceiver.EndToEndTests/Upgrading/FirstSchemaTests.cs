using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Upgrading;

public sealed class FirstSchemaTests(ITestOutputHelper log) : IAsyncLifetime
{
    private readonly Installation _installation = new(log);
    private AtionetSimulator _ationet = null!;
    private PetrosoftSimulator _petrosoft = null!;
    private string _before = "";

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _petrosoft = await PetrosoftSimulator.StartAsync();
        _installation.SendTo(_ationet);
        _installation.FetchFrom(_petrosoft);
        _before = await FirstSchema.LayAsync(_installation);
    }

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _petrosoft.DisposeAsync();
        await _ationet.DisposeAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Everything_is_still_there_and_what_waited_goes_on()
    {
        await StartAsync();

        Assert.Equal(_before, await _installation.SqlAsync(FirstSchema.WhatMustHaveStayed));
        Assert.Equal(
            "7\nok\n",
            await _installation.SqlAsync("PRAGMA user_version; PRAGMA foreign_key_check; PRAGMA integrity_check")
        );
        Assert.Equal(
            "converted converted converted quarantined quarantined converted converted converted converted converted",
            await StatesAsync(Listing.Notifications)
        );
        // The one that was under way may have arrived, so an operator decides; the one that waited was sent.
        Assert.Equal(
            "dry-run accepted accepted accepted-with-warnings accepted refused held held withdrawn held accepted",
            await StatesAsync(Listing.Inserts)
        );
        var delivery = Assert.Single(_ationet.Deliveries);
        Assert.Equal(("INV-UNDERWAY", 2271.247m), (delivery.InvoiceNumber, delivery.Volume));
        Assert.Empty(_ationet.Violations);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Each_thing_is_shown_as_before()
    {
        await StartAsync();

        var body = await _installation.RunAsync("show", "n2", "--body");
        Assert.Equal(Samples.Text(Samples.FuelInvoice), body.Output);
        var text = await _installation.RunAsync("show", "n5");
        Assert.Contains("its id 'evt-2' came before with another body, as n3", text.Output, StringComparison.Ordinal);
        var held = await _installation.RunAsync("show", "i10");
        Assert.Contains("attempt 3", held.Output, StringComparison.Ordinal);
        Assert.Contains("its outcome was not recorded", held.Output, StringComparison.Ordinal);
        var warned = await _installation.Listing.ShowAsync("i4");
        Assert.Equal(200, Assert.Single(warned.Items("attempts")).Number("status"));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_same_document_again_is_known_and_a_third_version_of_it_is_held()
    {
        await StartAsync();

        var again = await _installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        var copy = await PostAsync(Samples.Text(Samples.FuelInvoice), "evt-copy");
        var third = await PostAsync(
            Samples.Text(Samples.FuelInvoice).Replace("4200.0", "4400.0", StringComparison.Ordinal),
            "evt-third"
        );

        Assert.Equal("n2", again.Id);
        Assert.Equal(["n11", "n12"], [copy, third]);
        var settled = await _installation.Listing.WaitForNotificationAsync(third, "converted");
        Assert.Equal(
            ["i12 held", "i3 accepted"],
            settled.Items("inserts").Select(it => $"{it.Text("id")} {it.Text("state")}").Order(StringComparer.Ordinal)
        );
        Assert.Single(_ationet.Deliveries);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_correction_that_was_held_can_be_decided_once_its_document_is_converted_anew()
    {
        await StartAsync();

        await _installation.RunAsync("replay", "n8");
        await _installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Any(it => it.Text("id") == "i8" && it.GetProperty("corrects").GetString() == "i2")
        );
        var release = await _installation.RunAsync("release", "i8", "--difference");

        Assert.Equal(0, release.ExitCode);
        await _ationet.WaitForAsync(host => host.Deliveries.Count == 2, Deadline.OfWait);
        // 16277.271 - 15898.729
        Assert.Equal(378.542m, _ationet.Deliveries[1].Volume);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task What_had_come_before_is_known_to_catch_up()
    {
        await StartAsync();
        foreach (var id in new[] { "n2", "n7" })
        {
            var body = await _installation.RunAsync("show", id, "--body");
            const string Directory = "5127/12345/fuel-invoice/20260115/";
            _petrosoft.Publish("12345", "fuel-invoice", Directory, $"{id}.xml", body.OutputBytes);
        }

        var run = await _installation.RunAsync("catch-up", "--since", "2026-01-15", "--type", "fuel-invoice");

        Assert.Contains("2 documents, 2 known, 0 taken in", run.Output, StringComparison.Ordinal);
    }

    private async Task StartAsync()
    {
        await _installation.StartAsync();
        await _installation.Listing.WaitForNotificationAsync("n2", "converted");
        await _installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Any(it => it.Text("id") == "i11" && it.Text("state") == "accepted")
        );
    }

    private Task<string> PostAsync(string document, string id) =>
        _installation.Curl.PostTextAsync(document, Samples.Xml, "--header", $"X-Notification-Id: {id}");

    private async Task<string> StatesAsync(string what) =>
        string.Join(' ', (await _installation.Listing.GetAsync(what)).Select(it => it.Text("state")));
}
