using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Issuing;

/// <summary>A certificate that is wanted.</summary>
/// <param name="Ca">Where it is to come from.</param>
/// <param name="InPlaceOf">
/// The generation that was in use when it was decided to ask; null: there was none. When another is in use by now, somebody else
/// has renewed it, and nothing is ordered.
/// </param>
/// <param name="TellsReplaced">Whether the CA is told which certificate this one follows (RFC 9773 section 5).</param>
/// <param name="IsRehearsal">Whether it is thrown away in the end, with its open order kept apart from the real one.</param>
/// <param name="IsForced">Whether it is ordered though there have been too many failed validations within the hour.</param>
internal sealed record IssuanceRequest(
    IReadOnlyList<string> Names,
    CaOptions Ca,
    Generation? InPlaceOf,
    bool TellsReplaced = true,
    bool IsRehearsal = false,
    bool IsForced = false
)
{
    public string Lineage { get; } = LineageName.For(LineageName.Acme, Names);

    public string NamesInWords => string.Join(", ", Names);
}
