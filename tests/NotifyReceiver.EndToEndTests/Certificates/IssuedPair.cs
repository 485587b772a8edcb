using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <param name="CertificatePem">The leaf alone: its issuer is the root.</param>
internal sealed record IssuedPair(string CertificatePem, string KeyPem)
{
    public string Sha256
    {
        get
        {
            using var leaf = X509Certificate2.CreateFromPem(CertificatePem);
            return leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();
        }
    }
}
