using Microsoft.Extensions.Configuration;
using NotifyReceiver.Cli.Reconciling;
using NotifyReceiver.Settings;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Cli.Reconciling;

public sealed class KnownTests : IDisposable
{
    private const string Sites = """
        { "sites": [
          { "location": "1", "terminalCode": "ABC1", "timeZone": "UTC" },
          { "location": "2", "terminalCode": "XYZ1", "timeZone": "UTC" },
          { "location": "3", "terminalCode": "ABC2", "timeZone": "UTC" },
          { "location": "4", "terminalCode": "DEF1", "timeZone": "UTC" }
        ] }
        """;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Stations_that_ATIONET_lists_together_are_asked_for_together()
    {
        var known = Read();

        Assert.Equal(
            ["ABC of default: 1, 3", "XYZ of XYZ: 2", "DEF of default: 4"],
            known
                .NetworksOf(known.Sites.Among([]))
                .Select(network => $"{network.Code} of {network.Destination.Name}: {network}")
        );
        Assert.Equal(["3"], known.Sites.Among(["3"]).Select(site => site.Location));
    }

    [Fact]
    public void Only_the_networks_of_the_stations_that_are_asked_for_need_a_user_who_looks_up()
    {
        var known = Read();

        Assert.Null(known.WhyNot(["1", "4"]));
        Assert.Equal(
            (
                "there is no user who may look up what ATIONET has of 2: set Ationet:Networks:XYZ:Download:UserName and "
                    + "Ationet:Networks:XYZ:Download:Password",
                2
            ),
            known.WhyNot(["1", "2"])
        );
        Assert.Equal(("there is no site with location '5' (Sites:File)", 3), known.WhyNot(["1", "5"]));
    }

    private Known Read()
    {
        var file = _directory.File("sites.json");
        File.WriteAllText(file, Sites);
        var settings = new SettingsReader(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    Setting.Of("Sites:File", file),
                    Setting.Of("Ationet:BaseUrl", "https://native.ationet.com"),
                    Setting.Of("Ationet:UserName", "user"),
                    Setting.Of("Ationet:Password", "password"),
                    Setting.Of("Ationet:Download:UserName", "user"),
                    Setting.Of("Ationet:Download:Password", "password"),
                    Setting.Of("Ationet:Networks:XYZ:UserName", "user"),
                    Setting.Of("Ationet:Networks:XYZ:Password", "password"),
                ])
                .Build()
        );
        var known = Known.Read(settings);
        Assert.Empty(settings.Mistakes);
        return known;
    }
}
