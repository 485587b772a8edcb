using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Certificates.Scanning;

/// <summary>A certificate for this machine as a public CA issues it, so that a scanner finds nothing to say about it.</summary>
internal static class CertifiedSite
{
    public const string Host = "localhost";

    private const int Days = 180;

    /// <summary>Puts it where the admin puts one.</summary>
    /// <returns>The file with the root that issued it.</returns>
    public static string CertifyIn(TemporaryDirectory directory)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var root = Authority(rootKey).CreateSelfSigned(now.AddDays(-1), now.AddDays(Days + 1));
        using var leaf = Server(key)
            .Create(root, now.AddHours(-1), now.AddDays(Days), RandomNumberGenerator.GetBytes(8));
        Directory.CreateDirectory(directory.PathOf("certs/manual"));
        directory.Write("certs/manual/tls.crt", leaf.ExportCertificatePem());
        directory.Write("certs/manual/tls.key", key.ExportPkcs8PrivateKeyPem());
        return directory.Write("root.pem", root.ExportCertificatePem());
    }

    private static CertificateRequest Authority(ECDsa key)
    {
        var request = new CertificateRequest("CN=Scanned Root", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static CertificateRequest Server(ECDsa key)
    {
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true)
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "TLS server")], critical: false)
        );
        request.CertificateExtensions.Add(
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://ca.invalid/list.crl"])
        );
        return request;
    }
}
