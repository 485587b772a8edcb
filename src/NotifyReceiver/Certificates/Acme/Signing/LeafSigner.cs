using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace NotifyReceiver.Certificates.Acme.Signing;

/// <summary>Signs with the key of a certificate, which proves the right to revoke it (RFC 8555 section 7.6).</summary>
internal static class LeafSigner
{
    private const int LargerEc = 384;

    /// <exception cref="NotSupportedException">A key that this program never makes: neither RSA, P-256 nor P-384.</exception>
    [SuppressMessage(
        "Security",
        "S5542",
        Justification = "It signs, and encrypts nothing; CAs take no other padding (RFC 7518 section 3.3)."
    )]
    public static JwsSigner Of(AsymmetricAlgorithm key) =>
        key switch
        {
            ECDsa { KeySize: 256 } ec => new("ES256", Jwk.Of(ec), KeyId: null, Signing(ec, HashAlgorithmName.SHA256)),
            ECDsa { KeySize: LargerEc } ec => new(
                "ES384",
                Jwk.Of(ec),
                KeyId: null,
                Signing(ec, HashAlgorithmName.SHA384)
            ),
            RSA rsa => new(
                "RS256",
                Jwk.Of(rsa),
                KeyId: null,
                bytes => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ),
            _ => throw new NotSupportedException($"keys of {key.GetType().Name} do not sign requests to a CA"),
        };

    private static Func<byte[], byte[]> Signing(ECDsa key, HashAlgorithmName hash) =>
        bytes => key.SignData(bytes, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
