using NotifyReceiver.Certificates.Checking;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>Where a generation came from. Written beside it, read by people and by whoever renews it.</summary>
/// <param name="Committed">When it became the current one for the first time.</param>
/// <param name="Sha256">The leaf's fingerprint, in lower-case hexadecimal.</param>
/// <param name="Names">The leaf's names.</param>
/// <param name="From">The files or the CA's directory that it came from, in words.</param>
/// <param name="Issuer">For ACME: which of the configured CAs issued it (<c>Acme</c>, <c>Acme:Second</c>); else null.</param>
/// <param name="Order">For ACME: the order's address at the CA; else null.</param>
internal sealed record GenerationNote(
    DateTimeOffset Committed,
    string Sha256,
    IReadOnlyList<string> Names,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string From,
    string? Issuer = null,
    Uri? Order = null
)
{
    public static GenerationNote Of(UsableCertificate certificate, DateTimeOffset now, string from) =>
        new(now, certificate.Sha256, certificate.Names, certificate.NotBefore, certificate.NotAfter, from);

    public bool IsValidAt(DateTimeOffset now) => NotBefore <= now && now < NotAfter;
}
