using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Destinations;

/// <summary>Stations of two of ATIONET's networks, each with a host and users of its own.</summary>
public sealed class NetworksTests(ITestOutputHelper log) : IAsyncLifetime
{
    private const string Here = "ABC0000000001";
    private const string There = "XYZ0000000001";

    private readonly Installation _installation = new(log);
    private AtionetSimulator _default = null!;
    private AtionetSimulator _other = null!;

    public async Task InitializeAsync()
    {
        _default = await AtionetSimulator.StartAsync();
        _other = await AtionetSimulator.StartAsync(
            new AtionetOptions { UserName = "xyz@example.com", Password = "let-xyz-insert" }
        );
        _installation.SendTo(_default);
        _installation.Directory.Write("sites.json", Stations.File([("here", Here), ("there", There)]));
        _installation.Settings["Ationet:Networks:XYZ:BaseUrl"] = _other.BaseUrl;
        _installation.Settings["Ationet:Networks:XYZ:UserName"] = _other.Options.UserName;
        _installation.Settings["Ationet:Networks:XYZ:Password"] = _other.Options.Password;
    }

    public async Task DisposeAsync()
    {
        await _installation.DisposeAsync();
        await _other.DisposeAsync();
        await _default.DisposeAsync();
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Each_gets_what_is_its_own()
    {
        await _installation.StartAsync();

        await PostToBothAsync();

        await _installation.Listing.WaitForInsertsAsync(2, "accepted");
        Assert.Equal((Here, "INV-here"), OnlyOne(_default));
        Assert.Equal((There, "INV-there"), OnlyOne(_other));
        Assert.Empty(_default.Violations.Concat(_other.Violations));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task One_that_refuses_the_credentials_stops_alone_and_is_resumed_alone()
    {
        _installation.Settings["Ationet:Networks:XYZ:Password"] = "p-of-last-year";
        var program = await _installation.StartAsync();

        await PostToBothAsync();
        await _default.WaitForAsync(host => host.Deliveries.Count == 1, Deadline.OfWait);
        await program.WaitForOutputAsync("ATIONET refused the credentials of destination XYZ (insert: HTTP 401");
        var health = await _installation.Curl.GetAsync(new Uri(program.Admin, "health/ready"));
        var elsewhere = await _installation.RunAsync("resume", "default");
        var resume = await _installation.RunAsync("resume", "XYZ");

        Assert.Contains("XYZ: nothing is sent", health.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("default: nothing is sent", health.Body, StringComparison.Ordinal);
        Assert.Equal("nothing is stopped at 'default'\n", elsewhere.Output);
        Assert.Equal("tried again: XYZ (insert)\n", resume.Output);
        // It is tried again, and refused again.
        await _other.WaitForAsync(host => host.Requests.Count == 2, Deadline.OfWait);
        Assert.Single(_default.Requests);
    }

    private async Task PostToBothAsync()
    {
        foreach (var location in new[] { "here", "there" })
        {
            var invoice = new Invoice($"INV-{location}") { Location = location };
            await _installation.Curl.PostTextAsync(invoice.ToXml(), Samples.Xml);
        }
    }

    private static (string Terminal, string? Invoice) OnlyOne(AtionetSimulator host)
    {
        var row = Assert.Single(host.Deliveries);
        return (row.Terminal, row.InvoiceNumber);
    }
}
