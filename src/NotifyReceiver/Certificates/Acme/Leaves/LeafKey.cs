using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>Makes the keys that certificates are for.</summary>
internal static class LeafKey
{
    public static AsymmetricAlgorithm Create(LeafKeyType type) => throw new NotImplementedException();

    /// <summary>A key as <see cref="AsymmetricAlgorithm.ExportPkcs8PrivateKeyPem"/> wrote it; null when it is none, EC or RSA.</summary>
    public static AsymmetricAlgorithm? FromPem(string pem) => throw new NotImplementedException();
}
