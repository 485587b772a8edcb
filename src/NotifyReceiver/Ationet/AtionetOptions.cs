using NotifyReceiver.Settings;

namespace NotifyReceiver.Ationet;

/// <param name="Default">Where the rows of every terminal go that no network claims; null is a dry run.</param>
/// <param name="Networks">Destinations of their own, by the three characters that their terminal codes begin with.</param>
/// <param name="SystemModel">Our name in the envelope, as agreed with ATIONET.</param>
/// <param name="Timeout">How long to wait for a reply; past it the outcome is unknown.</param>
/// <param name="InventoriesPerRequest">The most that share one request.</param>
/// <param name="DeliveriesPerRequest">The same of deliveries; above 1, every destination has a user who looks up.</param>
/// <param name="ParallelTerminals">With how many terminals of one destination something may be under way at once.</param>
/// <param name="RetryFor">How long an insert that fails in passing is sent again, before a person is asked.</param>
/// <param name="Settle">
/// How long after a request whose outcome is unknown ATIONET may still be busy with it: only after that does it tell
/// something that ATIONET has not got it.
/// </param>
internal sealed record AtionetOptions(
    DestinationOptions? Default,
    IReadOnlyList<DestinationOptions> Networks,
    string SystemModel,
    string SystemVersion,
    TimeSpan Timeout,
    int InventoriesPerRequest,
    int DeliveriesPerRequest,
    int ParallelTerminals,
    TimeSpan RetryFor,
    TimeSpan Settle
)
{
    private const string DeliveriesPerRequestKey = "Ationet:DeliveriesPerRequest";

    public bool IsDryRun => Default is null;

    /// <summary>All of them, the default first; none in a dry run.</summary>
    public IEnumerable<DestinationOptions> Destinations => Default is null ? [] : Networks.Prepend(Default);

    /// <summary>Where the rows of a terminal go: to the network that its code begins with, upper and lower case alike, as in the settings' names; null in a dry run.</summary>
    public DestinationOptions? DestinationOf(string terminalCode) =>
        Networks.FirstOrDefault(network => terminalCode.StartsWith(network.Name, StringComparison.OrdinalIgnoreCase))
        ?? Default;

    public static AtionetOptions Read(SettingsReader settings)
    {
        var otherwise = DestinationOptions.ReadDefault(settings);
        var options = new AtionetOptions(
            otherwise,
            DestinationOptions.ReadNetworks(settings, otherwise),
            settings.Text("Ationet:SystemModel", "NotifyReceiver"),
            settings.Text("Ationet:SystemVersion", "1.0"),
            TimeSpan.FromSeconds(settings.Number("Ationet:TimeoutSeconds", otherwise: 20, least: 1, most: 120)),
            (int)settings.Number("Ationet:InventoriesPerRequest", otherwise: 100, least: 1, most: 1000),
            (int)settings.Number(DeliveriesPerRequestKey, otherwise: 1, least: 1, most: 100),
            (int)settings.Number("Ationet:ParallelTerminals", otherwise: 16, least: 1, most: 256),
            TimeSpan.FromHours(settings.Number("Ationet:RetryForHours", otherwise: 168, least: 1, most: 8760)),
            TimeSpan.FromSeconds(settings.Number("Ationet:SettleSeconds", otherwise: 300, least: 0, most: 900))
        );
        options.RefuseDeliveriesThatNobodyLooksUp(settings);
        return options;
    }

    private void RefuseDeliveriesThatNobodyLooksUp(SettingsReader settings)
    {
        var blind = Destinations.Where(destination => destination.Download is null);
        foreach (var section in DeliveriesPerRequest > 1 ? blind.Select(destination => destination.Section) : [])
        {
            settings.Mistake(
                DeliveriesPerRequestKey,
                $"is above 1, which needs {section}:Download:UserName and {section}:Download:Password: "
                    + "ATIONET may have taken part of a request of several deliveries that it refuses, and only a look there tells"
            );
        }
    }
}
