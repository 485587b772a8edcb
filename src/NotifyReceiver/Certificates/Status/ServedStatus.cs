namespace NotifyReceiver.Certificates.Status;

/// <summary>One certificate that is shown to callers.</summary>
/// <param name="IsDefault">Whether it is shown to callers that ask for no name, or for one that nothing is for.</param>
/// <param name="Source"><c>manual</c>, <c>imported</c>, <c>acme</c> or <c>self-signed</c>.</param>
/// <param name="From">The files or the CA that it came from.</param>
/// <param name="Sha256">The leaf's fingerprint, in lower-case hexadecimal.</param>
/// <param name="ChainSent">So many of its chain's certificates, the leaf among them, are sent …</param>
/// <param name="ChainConfigured">… of so many that were given.</param>
/// <param name="Next">What happens next with it, and when.</param>
/// <param name="Concern">What somebody must look after; null when nothing.</param>
/// <param name="Warnings">What an admin should know.</param>
internal sealed record ServedStatus(
    IReadOnlyList<string> Names,
    bool IsDefault,
    string Source,
    string From,
    string Lineage,
    string? Generation,
    string Sha256,
    string Key,
    string Issuer,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    int ChainSent,
    int ChainConfigured,
    string Next,
    string? Concern,
    IReadOnlyList<string> Warnings
);
