using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>The certificates of a file, in its order and each once.</summary>
internal static class CertificateFile
{
    public static (IReadOnlyList<X509Certificate2> Certificates, string? Problem) Read(byte[] file)
    {
        if (file.Length == 0)
        {
            return ([], "the certificate file is empty");
        }
        if (!PemText.IsIn(file))
        {
            return Binary(file);
        }
        var blocks = PemText.Blocks(file);
        var problem = blocks.Select(block => block.Problem).FirstOrDefault(problem => problem is not null);
        return problem is null
            ? Certificates([.. blocks.Where(block => block.IsCertificate)], blocks)
            : ([], $"certificate file: {problem}");
    }

    private static (IReadOnlyList<X509Certificate2>, string?) Certificates(
        List<PemBlock> certificates,
        IReadOnlyList<PemBlock> all
    )
    {
        if (certificates.Count == 0)
        {
            var found = string.Join(", ", all.Select(block => block.Label).Distinct(StringComparer.Ordinal));
            return (
                [],
                all.Any(block => block.Label is "PKCS7" or "CMS")
                    ? "the certificate file holds PKCS#7; convert it with 'openssl pkcs7 -print_certs -in FILE -out tls.crt'"
                    : $"the certificate file holds no certificate, only {found}; a certificate begins with '-----BEGIN CERTIFICATE-----'"
            );
        }
        List<X509Certificate2> read = [];
        foreach (var block in certificates)
        {
            if (Load(block.Content!) is not { } certificate)
            {
                return ([], $"certificate file: the certificate that begins in line {Text(block.Line)} is damaged");
            }
            read.Add(certificate);
        }
        return ([.. read.DistinctBy(Fingerprint, StringComparer.Ordinal)], null);
    }

    private static (IReadOnlyList<X509Certificate2>, string?) Binary(byte[] file) =>
        Kind(file) switch
        {
            X509ContentType.Cert when Load(file) is { } certificate => ([certificate], null),
            X509ContentType.Pkcs7 => (
                [],
                "the certificate file is PKCS#7; convert it with 'openssl pkcs7 -inform DER -print_certs -in FILE -out tls.crt'"
            ),
            X509ContentType.Pkcs12 => ([], "the certificate file is PKCS#12; give it a name that ends with .pfx"),
            _ => (
                [],
                "the certificate file holds no certificate; it should be text in which one begins with '-----BEGIN CERTIFICATE-----'"
            ),
        };

    private static X509ContentType Kind(byte[] file)
    {
        try
        {
            return X509Certificate2.GetCertContentType(file);
        }
        catch (CryptographicException)
        {
            return X509ContentType.Unknown;
        }
    }

    private static X509Certificate2? Load(byte[] certificate)
    {
        try
        {
            var loaded = X509CertificateLoader.LoadCertificate(certificate);

            // Some parts are only looked at when they are asked for.
            _ = (loaded.Subject, loaded.NotBefore, loaded.NotAfter, loaded.PublicKey, loaded.Extensions.Count);
            return loaded;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Fingerprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
