using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>A certificate that passed every check, with all that a handshake needs made once. Never disposed: a handshake may still hold it.</summary>
/// <param name="Candidate">What it was made of.</param>
/// <param name="Context">The chain as it is sent, built without the network.</param>
/// <param name="Sha256">The leaf's fingerprint, in lower-case hexadecimal.</param>
/// <param name="Names">The leaf's DNS names and IP addresses, in lower case.</param>
/// <param name="Key">In words: <c>EC P-256</c>, <c>RSA 2048</c>.</param>
/// <param name="Issuer">Who signed it, in words.</param>
/// <param name="ChainSent">So many of the candidate's certificates, the leaf among them, are really sent.</param>
/// <param name="Warnings">What does not keep it from being served, each in one line.</param>
internal sealed record UsableCertificate(
    Candidate Candidate,
    SslStreamCertificateContext Context,
    string Sha256,
    IReadOnlyList<string> Names,
    string Key,
    string Issuer,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    int ChainSent,
    IReadOnlyList<string> Warnings
)
{
    public X509Certificate2 Leaf => Candidate.Leaf;

    public int ChainConfigured => Candidate.Intermediates.Count + 1;

    public bool IsValidAt(DateTimeOffset now) => NotBefore <= now && now < NotAfter;
}
