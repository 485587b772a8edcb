using System.Text;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Converting;

public sealed class ExternalEntityTests(DryRunInstallation shared, ITestOutputHelper log)
    : IClassFixture<DryRunInstallation>,
        IDisposable
{
    private const string Canary = "canary-5f0c2a1e-in-a-file-of-this-machine";

    private Installation Installation => shared.Installation;

    public void Dispose() => log.WriteLine(Installation.Transcript);

    [Theory(Timeout = Deadline.OfTest)]
    [InlineData("<!DOCTYPE FuelInvoice [ <!ENTITY x SYSTEM '{file}'> ]>")]
    [InlineData("<!DOCTYPE FuelInvoice [ <!ENTITY x SYSTEM '{web}'> ]>")]
    [InlineData("<!DOCTYPE FuelInvoice SYSTEM '{web}' [ <!ENTITY x 'y'> ]>")]
    [InlineData("<!DOCTYPE FuelInvoice [ <!ENTITY % d SYSTEM '{web}'> %d; <!ENTITY x 'y'> ]>")]
    public async Task An_external_entity_is_never_fetched(string doctype)
    {
        using var web = new Trap();
        Installation.Directory.Write("secret", Canary);
        var file = new Uri(Installation.Directory.PathOf("secret"));
        var head = doctype
            .Replace("{file}", $"{file}", StringComparison.Ordinal)
            .Replace("{web}", $"{web.Address}", StringComparison.Ordinal);

        var id = await Installation.Curl.PostTextAsync(
            $"{head}<FuelInvoice><LocationID>&x;</LocationID></FuelInvoice>",
            Samples.Xml
        );

        var notification = await Installation.Listing.WaitForNotificationAsync(id, "quarantined");
        Assert.Contains("document type declaration", notification.Reasons(), StringComparison.Ordinal);
        Assert.False(web.Sprung);
        Assert.DoesNotContain(Canary, await EverythingThatIsShownAsync(id), StringComparison.Ordinal);
    }

    private async Task<string> EverythingThatIsShownAsync(string id)
    {
        string[][] commands =
        [
            ["list"],
            ["list", "--json"],
            ["show", id],
            ["show", id, "--json"],
            ["show", id, "--body"],
        ];
        var shown = new StringBuilder(Installation.Program.Output);
        foreach (var command in commands)
        {
            shown.Append((await Installation.RunAsync(command)).All);
        }
        Assert.Contains(id, shown.ToString(), StringComparison.Ordinal);
        return shown.ToString();
    }
}
