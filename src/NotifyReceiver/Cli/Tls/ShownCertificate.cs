using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Checking;

namespace NotifyReceiver.Cli.Tls;

/// <summary>The certificate that is shown to who asks for no name.</summary>
/// <param name="Chain">So many certificates came.</param>
internal sealed record ShownCertificate(IReadOnlyList<string> Names, string Sha256, DateTimeOffset NotAfter, int Chain)
{
    public static ShownCertificate Of(X509Certificate2 leaf, int chain) =>
        new(
            SubjectNames.Of(leaf),
            leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            new DateTimeOffset(leaf.NotAfter),
            chain
        );
}
