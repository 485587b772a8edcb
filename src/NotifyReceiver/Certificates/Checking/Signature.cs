using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>Who signed a certificate. By hand, as the framework's chains ask the network and the system's roots too.</summary>
internal static class Signature
{
    private const string RsaPss = "1.2.840.113549.1.1.10";

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
        ["1.2.840.113549.1.1.5"] = HashAlgorithmName.SHA1,
        ["1.2.840.10045.4.1"] = HashAlgorithmName.SHA1,
        ["1.2.840.113549.1.1.4"] = HashAlgorithmName.MD5,
        ["2.16.840.1.101.3.4.2.1"] = HashAlgorithmName.SHA256,
        ["2.16.840.1.101.3.4.2.2"] = HashAlgorithmName.SHA384,
        ["2.16.840.1.101.3.4.2.3"] = HashAlgorithmName.SHA512,
    };

    /// <summary>Whether the names say that this is the issuer; its key may yet be another one.</summary>
    public static bool IsNamedAsIssuer(X509Certificate2 certificate, X509Certificate2 issuer) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData);

    public static bool IsSelfSigned(X509Certificate2 certificate) =>
        IsNamedAsIssuer(certificate, certificate) && IsBy(certificate, certificate) is not false;

    /// <summary>Whether the issuer's key signed the certificate; null where that is an algorithm the framework does not know.</summary>
    public static bool? IsBy(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        try
        {
            var parts = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence();
            var content = parts.ReadEncodedValue();
            var (hash, padding) = Algorithm(parts.ReadSequence());
            var signature = parts.ReadBitString(out _);
            return hash is not { } known ? null : IsBy(issuer, content.Span, signature, known, padding);
        }
        catch (Exception unreadable)
            when (unreadable is AsnContentException or CryptographicException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The hash under the signature; null where it is none that we know. RFC 4055 for RSA-PSS.</summary>
    public static HashAlgorithmName? Hash(X509Certificate2 certificate)
    {
        try
        {
            var parts = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence();
            _ = parts.ReadEncodedValue();
            return Algorithm(parts.ReadSequence()).Hash;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static (HashAlgorithmName? Hash, RSASignaturePadding Padding) Algorithm(AsnReader algorithm)
    {
        var name = algorithm.ReadObjectIdentifier();
        if (name != RsaPss)
        {
            return (Known(name), RSASignaturePadding.Pkcs1);
        }
        var settings = algorithm.ReadSequence();
        var tag = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        var isSaid = settings.HasData && settings.PeekTag() == tag;
        var hash = isSaid ? settings.ReadSequence(tag).ReadSequence().ReadObjectIdentifier() : null;
        return (hash is null ? HashAlgorithmName.SHA1 : Known(hash), RSASignaturePadding.Pss);
    }

    private static HashAlgorithmName? Known(string name) => Hashes.TryGetValue(name, out var hash) ? hash : null;

    private static bool? IsBy(
        X509Certificate2 issuer,
        ReadOnlySpan<byte> content,
        byte[] signature,
        HashAlgorithmName hash,
        RSASignaturePadding padding
    )
    {
        using var rsa = issuer.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.VerifyData(content, signature, hash, padding);
        }
        using var ec = issuer.GetECDsaPublicKey();
        return ec?.VerifyData(content, signature, hash, DSASignatureFormat.Rfc3279DerSequence);
    }
}
