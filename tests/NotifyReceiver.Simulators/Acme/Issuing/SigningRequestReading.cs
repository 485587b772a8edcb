using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Issuing;

/// <summary>Holds a signing request to its order (RFC 8555 section 7.4) and to what CAs take.</summary>
internal static class SigningRequestReading
{
    private const string AlternativeName = "2.5.29.17";
    private const string MustStaple = "1.3.6.1.5.5.7.1.24";

    private static readonly int[] RsaSizes = [2048, 3072, 4096];

    /// <summary>Its key, when all of it is as it must be.</summary>
    public static PublicKey Read(byte[] der, LedgerOrder order)
    {
        var request = Load(der);
        var names = NamesOf(request);
        if (!names.Order().SequenceEqual(order.Names.Select(name => name.Value).Order()))
        {
            throw Bad($"its names ({string.Join(", ", names)}) are not those of the order");
        }
        if (
            request
                .SubjectName.EnumerateRelativeDistinguishedNames()
                .Any(part => !names.Contains(part.GetSingleElementValue() ?? ""))
        )
        {
            throw Bad("its subject has more than a common name that is among its names");
        }
        if (request.CertificateExtensions.Any(extension => extension.Oid?.Value == MustStaple))
        {
            throw Bad("must-staple is no longer issued");
        }
        CheckKey(request.PublicKey);
        if (request.PublicKey.ExportSubjectPublicKeyInfo().SequenceEqual(order.Account.Key.SubjectPublicKey))
        {
            throw Bad("its key is the account's");
        }
        return request.PublicKey;
    }

    private static CertificateRequest Load(byte[] der)
    {
        try
        {
            return CertificateRequest.LoadSigningRequest(
                der,
                HashAlgorithmName.SHA256,
                CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
                RSASignaturePadding.Pkcs1
            );
        }
        catch (CryptographicException unreadable)
        {
            throw Bad(unreadable.Message);
        }
    }

    private static List<string> NamesOf(CertificateRequest request)
    {
        var extension =
            request.CertificateExtensions.FirstOrDefault(each => each.Oid?.Value == AlternativeName)
            ?? throw Bad("it has no subject alternative name");
        var names = new X509SubjectAlternativeNameExtension(extension.RawData);
        return [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(each => $"{each}")];
    }

    private static void CheckKey(PublicKey key)
    {
        using var ec = key.GetECDsaPublicKey();
        using var rsa = key.GetRSAPublicKey();
        var curve = ec?.ExportParameters(includePrivateParameters: false).Curve.Oid.Value;
        var isTaken =
            curve == ECCurve.NamedCurves.nistP256.Oid.Value
            || curve == ECCurve.NamedCurves.nistP384.Oid.Value
            || RsaSizes.Contains(rsa?.KeySize ?? 0);
        if (!isTaken)
        {
            throw Bad("its key is of a kind or size that CAs do not take");
        }
    }

    private static RefusalException Bad(string detail) =>
        RefusalException.Violation($"the signing request: {detail}", "badCSR");
}
