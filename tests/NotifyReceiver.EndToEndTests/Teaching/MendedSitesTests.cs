using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Teaching;

public sealed class MendedSitesTests(ITestOutputHelper log)
{
    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_tank_that_was_missing_is_known_without_a_restart_once_it_is_in_the_sites_file()
    {
        await using var installation = new Installation(log);
        installation.Directory.Write("sites.json", Samples.Sites);
        await installation.StartAsync();
        var invoice = new Invoice("INV-1") { Tank = "7" };
        var id = await installation.Curl.PostTextAsync(invoice.ToXml(), Samples.Xml);
        await installation.Listing.WaitForNotificationAsync(id, "quarantined");

        installation.Directory.Write("sites.json", WithTank(Samples.Sites, "7", "07"));
        var replay = await installation.RunAsync("replay", id);

        Assert.Equal(0, replay.ExitCode);
        var notification = await installation.Listing.WaitForNotificationAsync(id, "converted");
        Assert.Empty(notification.Items("reasons"));
        var insert = Assert.Single(await installation.Listing.WaitForInsertsAsync(1, "dry-run"));
        Assert.Equal("07", insert.Text("tankNumber"));
        Assert.Equal("15898.729", insert.Text("volume"));
    }

    private static string WithTank(string sites, string id, string number)
    {
        const string Tanks = "\"tanks\": [";
        Assert.Contains(Tanks, sites, StringComparison.Ordinal);
        var tank = $$"""{ "id": "{{id}}", "number": "{{number}}", "product": "UNL87" },""";
        return sites.Replace(Tanks, Tanks + tank, StringComparison.Ordinal);
    }
}
