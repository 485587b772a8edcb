using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>How one line of a document is divided between several tanks. A closed set.</summary>
internal abstract record SplitRule
{
    /// <summary>Between all of the site's tanks that hold the row's product.</summary>
    internal sealed record OverProduct(bool ByCapacity) : SplitRule;

    /// <summary>Between the tanks of the line's parts, by the share that stands with each.</summary>
    /// <param name="Over">The parts, relative to the row.</param>
    /// <param name="Tank">Petrosoft's tank id, relative to the part.</param>
    /// <param name="Share">A weight, such as a percentage or a volume, relative to the part.</param>
    internal sealed record OverParts(Selector Over, Selector Tank, Selector Share, Notation Notation) : SplitRule;
}
