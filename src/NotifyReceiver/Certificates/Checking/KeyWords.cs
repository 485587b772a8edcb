using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>What kind of key a certificate has, in words: <c>EC P-256</c>, <c>RSA 2048</c>.</summary>
internal static class KeyWords
{
    public const string Rsa = "1.2.840.113549.1.1.1";
    public const string Ec = "1.2.840.10045.2.1";

    // RFC 8410
    private const string Edwards = "1.3.101";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [Rsa] = "RSA",
        [Ec] = "EC",
        ["1.2.840.113549.1.1.10"] = "RSA-PSS",
        ["1.2.840.10040.4.1"] = "DSA",
        [Edwards + ".110"] = "X25519",
        [Edwards + ".111"] = "X448",
        [Edwards + ".112"] = "Ed25519",
        [Edwards + ".113"] = "Ed448",
        ["2.16.840.1.101.3.4.3.17"] = "ML-DSA-44",
        ["2.16.840.1.101.3.4.3.18"] = "ML-DSA-65",
        ["2.16.840.1.101.3.4.3.19"] = "ML-DSA-87",
    };

    private static readonly Dictionary<string, string> Curves = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.7"] = "P-256",
        ["1.3.132.0.34"] = "P-384",
        ["1.3.132.0.35"] = "P-521",
        ["1.3.132.0.33"] = "P-224",
        ["1.3.132.0.10"] = "secp256k1",
        ["1.3.36.3.3.2.8.1.1.7"] = "brainpoolP256r1",
        ["1.3.36.3.3.2.8.1.1.11"] = "brainpoolP384r1",
        ["1.3.36.3.3.2.8.1.1.13"] = "brainpoolP512r1",
    };

    public static string Of(PublicKey key) =>
        key.Oid.Value switch
        {
            Rsa => string.Create(CultureInfo.InvariantCulture, $"RSA {RsaBits(key)}"),
            Ec => $"EC {Curve(key)}",
            var other => Kind(other),
        };

    /// <summary>Without its size: <c>RSA</c>, <c>Ed25519</c>.</summary>
    public static string Kind(string? algorithm) =>
        algorithm is null ? "unknown" : Kinds.GetValueOrDefault(algorithm, "algorithm " + algorithm);

    /// <summary>0 where the key cannot be read (RFC 8017, A.1.1).</summary>
    public static int RsaBits(PublicKey key)
    {
        try
        {
            var modulus = new AsnReader(key.EncodedKeyValue.RawData, AsnEncodingRules.DER).ReadSequence().ReadInteger();
            return (int)modulus.GetBitLength();
        }
        catch (AsnContentException)
        {
            return 0;
        }
    }

    private static string Curve(PublicKey key)
    {
        try
        {
            var parameters = key.EncodedParameters?.RawData ?? [];
            var curve = new AsnReader(parameters, AsnEncodingRules.DER).ReadObjectIdentifier();
            return Curves.GetValueOrDefault(curve, "curve " + curve);
        }
        catch (AsnContentException)
        {
            return "with a curve of its own";
        }
    }
}
