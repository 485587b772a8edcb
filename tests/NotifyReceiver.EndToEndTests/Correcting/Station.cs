using System.Text;
using System.Text.Json;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Correcting;

/// <summary>A service between both simulated hosts, and an invoice that its supplier issues again with another volume.</summary>
internal sealed class Station : IAsyncDisposable
{
    private const string Directory = "5127/12345/fuel-invoice/20260115/";

    private Station(Installation installation, AtionetSimulator ationet, PetrosoftSimulator petrosoft)
    {
        Installation = installation;
        Ationet = ationet;
        Petrosoft = petrosoft;
    }

    public Installation Installation { get; }

    public AtionetSimulator Ationet { get; }

    public PetrosoftSimulator Petrosoft { get; }

    public static async Task<Station> StartAsync(ITestOutputHelper log)
    {
        var ationet = await AtionetSimulator.StartAsync();
        var petrosoft = await PetrosoftSimulator.StartAsync();
        var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.FetchFrom(petrosoft);
        await installation.StartAsync();
        return new Station(installation, ationet, petrosoft);
    }

    /// <summary>The service is told of the invoice, carried by a call under an id of its own.</summary>
    /// <returns>The notification, once it is converted.</returns>
    public async Task<JsonElement> CarryAsync(string gallons)
    {
        string[] id = ["--header", $"X-Notification-Id: evt-{gallons}"];
        var carried = await Installation.Curl.PostTextAsync(InvoiceOf(gallons), Samples.Xml, id);
        return await Installation.Listing.WaitForNotificationAsync(carried, "converted");
    }

    /// <summary>The invoice is published, always at the same path, and the service is told of that.</summary>
    /// <returns>The document, once it is fetched and converted.</returns>
    public async Task<JsonElement> PublishAsync(string gallons)
    {
        var path = Petrosoft.Publish(
            "12345",
            "fuel-invoice",
            Directory,
            "INV-1.xml",
            Encoding.UTF8.GetBytes(InvoiceOf(gallons))
        );
        // Each publication is told of by a notification of its own.
        var reference = JsonSerializer.Serialize(
            new
            {
                path,
                documentType = "fuel-invoice",
                version = gallons,
            }
        );
        var naming = await Installation.Curl.PostTextAsync(reference, "text/plain");
        await Installation.Listing.WaitForNotificationAsync(naming, "fetched");
        var fetches = (await Installation.Listing.ShowAsync(naming)).Items("fetches");
        var document = Assert.Single(Assert.Single(fetches).Items("documents")).GetString()!;
        return await Installation.Listing.WaitForNotificationAsync(document, "converted");
    }

    public async Task WaitForInsertAsync(string id, string state) =>
        await Installation.Listing.WaitForAsync(
            Listing.Inserts,
            all => all.Any(insert => insert.Text("id") == id && insert.Text("state") == state)
        );

    /// <summary>What operators did, a line each.</summary>
    public Task<string> ActsAsync() => Installation.SqlAsync("SELECT act || ' ' || subject FROM acts ORDER BY seq");

    /// <summary>Has another invoice arrive: what was due before it has had its turn by then.</summary>
    public async Task PassALaterInvoiceAsync()
    {
        await Installation.Curl.PostTextAsync(
            new Invoice("INV-LATER") { Tank = "2", Product = "DSL" }.ToXml(),
            Samples.Xml
        );
        await Ationet.WaitForAsync(
            host => host.Deliveries.Any(delivery => delivery.InvoiceNumber == "INV-LATER"),
            Deadline.OfWait
        );
    }

    /// <summary>In the order of their arrival, without the one of <see cref="PassALaterInvoiceAsync"/>.</summary>
    public IEnumerable<decimal?> ArrivedVolumes =>
        Ationet.Deliveries.Where(delivery => delivery.InvoiceNumber == "INV-1").Select(delivery => delivery.Volume);

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        await Petrosoft.DisposeAsync();
        await Ationet.DisposeAsync();
        Assert.Empty(Petrosoft.Violations);
        Assert.Empty(Ationet.Violations);
        Assert.Empty(Ationet.Duplicates);
    }

    private static string InvoiceOf(string gallons) =>
        new Invoice("INV-1") { Supplier = "Northern Fuel Terminals", GrossVolume = gallons }.ToXml();
}
