using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Checking;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <param name="Leaf">With its key.</param>
/// <param name="Chain">From its issuer upwards, without the root.</param>
internal sealed record TestCertificate(
    X509Certificate2 Leaf,
    AsymmetricAlgorithm Key,
    IReadOnlyList<X509Certificate2> Chain
)
{
    public Candidate Candidate => new(Leaf, Chain);

    public string Sha256 => Leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    public string LeafPem => Leaf.ExportCertificatePem() + "\n";

    public string ChainPem => string.Concat(Chain.Select(one => one.ExportCertificatePem() + "\n"));

    /// <summary>The leaf and its chain, as certbot writes <c>fullchain.pem</c>.</summary>
    public string FullChainPem => LeafPem + ChainPem;

    /// <summary>PKCS#8.</summary>
    public string KeyPem => Key.ExportPkcs8PrivateKeyPem() + "\n";

    public string EncryptedKeyPem(string password, int iterations = 2048) =>
        Key.ExportEncryptedPkcs8PrivateKeyPem(
            password,
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations)
        ) + "\n";

    /// <summary>PKCS#12 with the key and the whole chain.</summary>
    public byte[] Pfx(string? password, int iterations = 2048) =>
        new X509Certificate2Collection((X509Certificate2[])[Leaf, .. Chain]).ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations),
            password
        );
}
