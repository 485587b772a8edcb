using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>A private key of a kind that the program can serve with.</summary>
internal sealed class PrivateKey(AsymmetricAlgorithm key)
{
    private readonly PublicKey _public = new(key);

    public string Words => KeyWords.Of(_public);

    /// <summary>Whether the certificate was made for this key.</summary>
    public bool Fits(X509Certificate2 certificate) =>
        IsOfTheKindOf(certificate)
        && certificate.PublicKey.EncodedKeyValue.RawData.AsSpan().SequenceEqual(_public.EncodedKeyValue.RawData);

    public bool IsOfTheKindOf(X509Certificate2 certificate) => certificate.PublicKey.Oid.Value == _public.Oid.Value;

    /// <exception cref="CryptographicException">The framework does not put them together.</exception>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public X509Certificate2 JoinWith(X509Certificate2 certificate) =>
        key switch
        {
            RSA rsa => certificate.CopyWithPrivateKey(rsa),
            ECDsa ec => certificate.CopyWithPrivateKey(ec),
            _ => throw new InvalidOperationException(),
        };
}
