using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>Makes the keys that certificates are for.</summary>
internal static class LeafKey
{
    public static AsymmetricAlgorithm Create(LeafKeyType type) =>
        type switch
        {
            LeafKeyType.Ec256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            LeafKeyType.Ec384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
            LeafKeyType.Rsa2048 => RSA.Create(2048),
            LeafKeyType.Rsa3072 => RSA.Create(3072),
            LeafKeyType.Rsa4096 => RSA.Create(4096),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>A key as <see cref="AsymmetricAlgorithm.ExportPkcs8PrivateKeyPem"/> wrote it; null when it is none, EC or RSA.</summary>
    public static AsymmetricAlgorithm? FromPem(string pem) => Import(ECDsa.Create(), pem) ?? Import(RSA.Create(), pem);

    private static AsymmetricAlgorithm? Import(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            // A public key imports too, and signs nothing.
            _ = key.ExportPkcs8PrivateKey();
            return key;
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return null;
        }
    }
}
