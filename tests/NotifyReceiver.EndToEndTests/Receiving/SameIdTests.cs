using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Receiving;

public sealed class SameIdTests(ITestOutputHelper log)
{
    private static readonly string[] SenderId = ["--header", "X-Notification-Id: evt-4711"];

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_same_id_with_another_body_is_kept_and_set_aside()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();

        var first = await PostAsync(installation, "INV-1");
        var other = await PostAsync(installation, "INV-2");

        Assert.Equal(["n1", "n2"], [first, other]);
        await installation.Listing.WaitForNotificationAsync(first, "converted");
        var set = await installation.Listing.WaitForNotificationAsync(other, "quarantined");
        Assert.Equal(first, set.Text("conflictsWith"));
        Assert.Equal("evt-4711", set.Text("senderId"));
        Assert.Contains("'evt-4711' came before with another body, as n1", set.Reasons(), StringComparison.Ordinal);
        var insert = Assert.Single(await installation.Listing.GetAsync(Listing.Inserts));
        Assert.Equal("INV-1", insert.Text("invoiceNumber"));
        foreach (var (id, invoice) in new[] { (first, "INV-1"), (other, "INV-2") })
        {
            var body = await installation.RunAsync("show", id, "--body");
            Assert.Equal(new Invoice(invoice).ToXml(), body.Output);
        }
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Both_sent_again_are_answered_with_their_own_ids_and_counted()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();
        var first = await PostAsync(installation, "INV-1");
        var other = await PostAsync(installation, "INV-2");

        Assert.Equal(other, await PostAsync(installation, "INV-2"));
        Assert.Equal(first, await PostAsync(installation, "INV-1"));

        var all = await installation.Listing.GetAsync(Listing.Notifications);
        Assert.Equal(["n1", "n2"], all.Select(notification => notification.Text("id")));
        Assert.All(all, notification => Assert.Equal(2, notification.Number("timesReceived")));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_one_set_aside_counts_when_an_operator_says_so()
    {
        await using var installation = new Installation(log);
        await installation.StartAsync();
        await PostAsync(installation, "INV-1");
        var other = await PostAsync(installation, "INV-2");

        var replay = await installation.RunAsync("replay", other);

        Assert.Equal(0, replay.ExitCode);
        await installation.Listing.WaitForNotificationAsync(other, "converted");
        var inserts = await installation.Listing.WaitForInsertsAsync(2, "dry-run");
        Assert.Equal(["INV-1", "INV-2"], inserts.Select(insert => insert.Text("invoiceNumber")));
    }

    private static Task<string> PostAsync(Installation installation, string invoice) =>
        installation.Curl.PostTextAsync(new Invoice(invoice).ToXml(), Samples.Xml, SenderId);
}
