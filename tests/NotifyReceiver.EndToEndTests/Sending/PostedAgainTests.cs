using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Sending;

public sealed class PostedAgainTests(ITestOutputHelper log)
{
    private static readonly string Sample = Samples.PathOf(Samples.FuelInvoice);

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_same_call_again_is_answered_with_the_same_id_and_inserts_nothing()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        await installation.StartAsync();
        var first = await installation.RunAsync("post", Sample);
        await installation.Listing.WaitForInsertsAsync(2, "accepted");

        var again = await installation.RunAsync("post", Sample);

        Assert.Equal(first.Output, again.Output);
        Assert.Contains("n1", again.Output, StringComparison.Ordinal);
        await PostALaterInvoiceAsync(installation);
        Assert.Equal(3, ationet.Deliveries.Count);
        Assert.Empty(ationet.Duplicates);
        var all = await installation.Listing.GetAsync(Listing.Notifications);
        Assert.Equal([2, 1], all.Select(notification => notification.Number("timesReceived")));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_same_document_under_another_id_is_another_notification_and_inserts_nothing()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        await using var installation = new Installation(log);
        installation.SendTo(ationet);
        await installation.StartAsync();
        await installation.RunAsync("post", Sample, "--id", "first");
        await installation.Listing.WaitForInsertsAsync(2, "accepted");

        await installation.RunAsync("post", Sample, "--id", "second");

        await PostALaterInvoiceAsync(installation);
        Assert.Equal(3, ationet.Deliveries.Count);
        Assert.Empty(ationet.Duplicates);
        var second = await installation.Listing.WaitForNotificationAsync("n2", "converted");
        Assert.Equal("second", second.Text("senderId"));
        Assert.Equal(["i1", "i2"], second.Items("inserts").Select(insert => insert.Text("id")));
    }

    // Documents are handled in the order of arrival: once this one is through, whatever came before has had its turn.
    private static async Task PostALaterInvoiceAsync(Installation installation)
    {
        await installation.Curl.PostTextAsync(new Invoice("INV-LATER").ToXml(), Samples.Xml);
        await installation.Listing.WaitForInsertsAsync(3, "accepted");
    }
}
