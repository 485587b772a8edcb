using Microsoft.Extensions.Configuration;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents;

public sealed class CurrentMapperTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_is_another_once_either_has_changed_and_the_former_keeps_what_it_knew()
    {
        _directory.Write("sites.json", TestSites.Json);
        var current = Current();
        var first = current.Refresh();
        Assert.Same(first, current.Refresh());

        _directory.Write("profiles/a.json", TestProfiles.DropTicket());
        var second = current.Refresh();
        Assert.NotSame(first, second);
        Assert.Same(second, current.Refresh());

        _directory.Write("sites.json", TestSites.Json.Replace("12345", "777", StringComparison.Ordinal));
        var third = current.Refresh();
        Assert.NotSame(second, third);

        var document = Samples.Bytes(Samples.FuelInvoice);
        Assert.IsType<Mapped.Rows>(second.Map(document, new DocumentSource()));
        Assert.IsType<Mapped.Unmapped>(third.Map(document, new DocumentSource()));
    }

    private CurrentMapper Current()
    {
        var settings = new SettingsReader(new ConfigurationBuilder().Build());
        var sites = SitesLoading.Load(new SiteOptions(_directory.File("sites.json"), IsGiven: true), true, settings);
        var profiles = ProfileLoading.Load(new ProfileOptions(_directory.File("profiles")), settings);
        Assert.Empty(settings.Mistakes);
        return new CurrentMapper(
            new CurrentProfiles(profiles, TimeProvider.System, new CollectingLog<CurrentProfiles>()),
            new CurrentSites(sites, TimeProvider.System, new CollectingLog<CurrentSites>())
        );
    }
}
