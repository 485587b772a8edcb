using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>The certificates of a PKCS#12 file, those with a key among them.</summary>
internal static class Pkcs12File
{
    private const int WrongPassword = unchecked((int)0x80070056);

    public static (IReadOnlyList<X509Certificate2> Certificates, string? Problem) Read(byte[] file, string? password)
    {
        if (file.Length == 0)
        {
            return ([], "the PFX file is empty");
        }
        if (PemText.IsIn(file))
        {
            return ([], "the PFX file is PEM; give it a name that ends with .pem");
        }
        try
        {
            var read = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.Exportable);
            return (
                [.. read.OrderByDescending(one => one.HasPrivateKey).DistinctBy(Fingerprint, StringComparer.Ordinal)],
                null
            );
        }
        catch (Pkcs12LoadLimitExceededException)
        {
            return (
                [],
                "the PFX file is protected with so many iterations (or holds so many parts) that opening it could stall the service; export it again with at most 100000 iterations"
            );
        }
        catch (CryptographicException unreadable) when (unreadable.HResult == WrongPassword)
        {
            return (
                [],
                password is null
                    ? "the PFX file is protected and no password was given; set Certificates:Password, or write it into a file beside the PFX that ends with .pass"
                    : "the password does not open the PFX file"
            );
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or PlatformNotSupportedException)
        {
            return (
                [],
                "the PFX file is damaged, was cut off, is still being written, or holds a key that is neither RSA nor EC"
            );
        }
    }

    public static string WithoutKey(IReadOnlyList<X509Certificate2> certificates) =>
        certificates.Count == 0
            ? "the PFX file holds no certificate"
            : $"the PFX file holds {CertificateWords.List(certificates)} without a private key; export it again with the key";

    private static string Fingerprint(X509Certificate2 certificate) =>
        certificate.GetCertHashString(HashAlgorithmName.SHA256);
}
