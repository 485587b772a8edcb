using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.EndToEndTests.Fetching;

/// <summary>The sample notifications posted with curl, one after the other, and the documents that they name fetched.</summary>
public sealed class NamedDocuments : IAsyncLifetime
{
    public const string Invoice = "5127/12345/fuel-invoice/20260115/INV-20260115-77.xml";
    public const string InvoiceAgain = "5127/12345/fuel-invoice/20260115/INV-20260115-77 (rev 2).xml";
    public const string Movement = "5127/12345/shifts/20260115/fuel-grade-movement_900001.xml";

    private AtionetSimulator? _ationet;
    private PetrosoftSimulator? _petrosoft;

    public Installation Installation { get; } = new();

    public AtionetSimulator Ationet => _ationet!;

    public PetrosoftSimulator Petrosoft => _petrosoft!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _petrosoft = await PetrosoftSimulator.StartAsync();
        Installation.SendTo(Ationet);
        Installation.FetchFrom(Petrosoft);
        Publish("fuel-invoice", Invoice, Samples.FuelInvoice);
        Publish("fuel-invoice", InvoiceAgain, Samples.FuelInvoice);
        Publish("shift_fuel-grade-movement", Movement, "fgm-stick-readings.xml");
        await Installation.StartAsync();
        // n1, n3 and n5, each followed by the document that it has fetched; n7 names what n3 named, and n8 nothing.
        await PostAsync("reference.json", "n1", "fetched");
        await PostAsync("s3-object-created.json", "n3", "fetched");
        await PostAsync("sns-s3-object-created.json", "n5", "fetched");
        await PostAsync("eventbridge-object-created.json", "n7", "fetched");
        await PostAsync("s3-test-event.json", "n8", "noted");
        await Installation.Listing.WaitForInsertsAsync(4, "accepted");
    }

    public async Task DisposeAsync()
    {
        await Installation.DisposeAsync();
        if (_petrosoft is not null)
        {
            await _petrosoft.DisposeAsync();
        }
        if (_ationet is not null)
        {
            await _ationet.DisposeAsync();
        }
    }

    private void Publish(string documentType, string path, string sample)
    {
        var file = path.LastIndexOf('/') + 1;
        Petrosoft.Publish("12345", documentType, path[..file], path[file..], File.ReadAllBytes(Samples.PathOf(sample)));
    }

    private async Task PostAsync(string sample, string id, string state)
    {
        // As Amazon SNS sends it, whatever it is.
        var answer = await Installation.Curl.PostAsync(Samples.PathOfNotification(sample), "text/plain; charset=UTF-8");
        Assert.True(answer.Status == 202, $"{answer}\n{Installation.Transcript}");
        Assert.Equal(id, answer.Id);
        await Installation.Listing.WaitForNotificationAsync(id, state);
        await Installation.Listing.WaitForAsync(
            Listing.Notifications,
            all => all.All(it => it.Text("state") is "fetched" or "converted" or "noted")
        );
    }
}
