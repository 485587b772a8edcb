using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>What a comparison needs of the settings.</summary>
internal sealed record Known(AtionetOptions Ationet, SiteDirectory Sites)
{
    public static Known Read(SettingsReader settings)
    {
        var ationet = AtionetOptions.Read(settings);
        return new Known(ationet, SitesLoading.Load(SiteOptions.Read(settings), ationet.IsDryRun, settings).Directory);
    }

    /// <summary>What stands against it, with the exit code of that; null when nothing does.</summary>
    public (string Problem, int Code)? WhyNot(IReadOnlyList<string> locations)
    {
        if (Ationet.IsDryRun)
        {
            return ("there is no host to compare with: set Ationet:BaseUrl", ExitCode.WrongUsage);
        }
        if (StationOption.Mistake(Sites, locations) is { } mistake)
        {
            return (mistake, ExitCode.NotFound);
        }
        var blind = NetworksOf(Sites.Among(locations)).FirstOrDefault(network => network.Destination.Download is null);
        return blind is null
            ? null
            : (
                $"there is no user who may look up what ATIONET has of {blind}: set {blind.Destination.Section}:Download:UserName "
                    + $"and {blind.Destination.Section}:Download:Password",
                ExitCode.WrongUsage
            );
    }

    public IReadOnlyList<Network> NetworksOf(IReadOnlyList<Site> sites) =>
        [
            .. from site in sites
            group site by (
                Destination: Ationet.DestinationOf(site.TerminalCode),
                Code: DownloadRequest.SubscriberOf(site.TerminalCode)
            ) into network
            select new Network(network.Key.Destination, network.Key.Code, [.. network]),
        ];
}
