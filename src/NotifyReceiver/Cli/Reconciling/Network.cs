using NotifyReceiver.Ationet;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>Stations that ATIONET lists together.</summary>
/// <param name="Code">The three characters that their terminal codes begin with.</param>
internal sealed record Network(DestinationOptions Destination, string Code, IReadOnlyList<Site> Sites)
{
    /// <summary>The stations by their locations.</summary>
    public override string ToString() => string.Join(", ", Sites.Select(site => site.Location));
}
