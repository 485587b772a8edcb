using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>The P-256 key of an account, which signs its requests with ES256.</summary>
internal sealed class AccountKey : IDisposable
{
    private readonly ECDsa _key;

    private AccountKey(ECDsa key)
    {
        _key = key;
        Jwk = Signing.Jwk.Of(key);
        Thumbprint = Signing.Jwk.Thumbprint(Jwk);
    }

    /// <summary>RFC 7638, base64url.</summary>
    public string Thumbprint { get; }

    /// <summary>The public key.</summary>
    public string Jwk { get; }

    public static AccountKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Null when it is no P-256 private key.</summary>
    public static AccountKey? FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(includePrivateParameters: true);
            if (parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return new AccountKey(key);
            }
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            // No key, or only the public half of one.
        }
        key.Dispose();
        return null;
    }

    /// <summary>PKCS #8. A secret.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs as this account.</summary>
    public JwsSigner For(Uri account) => new("ES256", Jwk: null, account.AbsoluteUri, Sign);

    /// <summary>Signs as a key of which the CA may not have heard.</summary>
    public JwsSigner AsItself() => new("ES256", Jwk, KeyId: null, Sign);

    public override string ToString() => Thumbprint;

    public void Dispose() => _key.Dispose();

    private byte[] Sign(byte[] bytes) =>
        _key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
