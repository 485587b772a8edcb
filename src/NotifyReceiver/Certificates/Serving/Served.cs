using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Serving;

/// <summary>A certificate that is shown to callers.</summary>
/// <param name="Lineage">The lineage that it is of, or <c>self-signed</c>.</param>
/// <param name="Generation">Which of that; null where no copy of it is kept.</param>
/// <param name="From">The files or the CA that it came from.</param>
/// <param name="Warnings">All that an admin should know of it, each in one line.</param>
internal sealed record Served(
    UsableCertificate Certificate,
    string Lineage,
    string? Generation,
    string From,
    IReadOnlyList<string> Warnings
)
{
    public const string SelfSigned = "self-signed";

    /// <summary>Whether its files are gone from the admin's directory, so that anything else goes before it.</summary>
    public bool IsOrphan { get; init; }

    /// <summary><c>manual</c>, <c>imported</c>, <c>acme</c> or <c>self-signed</c>.</summary>
    public string Source => Lineage == SelfSigned ? SelfSigned : LineageName.SourceOf(Lineage);

    // What the admin put there goes before what the service got by itself.
    internal int Rank =>
        (Source, IsOrphan) switch
        {
            (LineageName.Manual, false) => 0,
            (LineageName.Imported, _) => 1,
            (LineageName.Acme, _) => 2,
            (LineageName.Manual, true) => 3,
            _ => 4,
        };

    /// <summary>Whether there is nothing new to tell of it.</summary>
    public bool IsSameAs(Served other) =>
        Lineage == other.Lineage
        && Generation == other.Generation
        && IsOrphan == other.IsOrphan
        && Certificate.Sha256 == other.Certificate.Sha256
        && Warnings.SequenceEqual(other.Warnings, StringComparer.Ordinal);
}
