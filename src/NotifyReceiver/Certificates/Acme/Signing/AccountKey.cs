using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>The P-256 key of an account, which signs its requests with ES256. Never shown by <see cref="object.ToString"/>.</summary>
internal sealed class AccountKey : IDisposable
{
    private readonly ECDsa _key;

    private AccountKey(ECDsa key) => _key = key;

    /// <summary>RFC 7638, base64url.</summary>
    public string Thumbprint => throw new NotImplementedException();

    public static AccountKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Null when it is no P-256 private key.</summary>
    public static AccountKey? FromPem(string pem) => throw new NotImplementedException();

    /// <summary>PKCS #8. A secret.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    public void Dispose() => _key.Dispose();
}
