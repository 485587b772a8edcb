using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Generated;

/// <summary>
/// The certificate that the program makes itself, so that the webhook speaks TLS from its first start: P-256, for this
/// machine's names, kept so that a tester trusts it once.
/// </summary>
internal static class SelfSignedCertificate
{
    private const int Days = 397;

    public static string FileIn(CertificateOptions options) =>
        Path.Combine(options.Directory, "self-signed", "tls.crt");

    /// <summary>What its file holds; null when there is none. A new key is written before its certificate, so another text means a whole pair.</summary>
    public static string? TextOf(CertificateOptions options) =>
        File.Exists(FileIn(options)) ? File.ReadAllText(FileIn(options)) : null;

    /// <summary>The one that is kept, or a new one when there is none, it cannot be read, or its time is over.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    public static X509Certificate2 LoadOrCreate(CertificateOptions options, TimeProvider clock)
    {
        var certificateFile = FileIn(options);
        var keyFile = Path.ChangeExtension(certificateFile, ".key");
        if (TryLoad(certificateFile, keyFile) is { } kept)
        {
            if (clock.GetUtcNow() < new DateTimeOffset(kept.NotAfter))
            {
                return kept;
            }
            kept.Dispose();
        }
        return Create(options, clock);
    }

    private static X509Certificate2? TryLoad(string certificateFile, string keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception unusable) when (unusable is IOException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A new one in any case.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    public static X509Certificate2 Create(CertificateOptions options, TimeProvider clock)
    {
        var certificateFile = FileIn(options);
        var keyFile = Path.ChangeExtension(certificateFile, ".key");
        var now = clock.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=NotifyReceiver self-signed", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(options.Names));
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: false,
                hasPathLengthConstraint: false,
                0,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true)
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "TLS server")], critical: false)
        );
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(Days));
        OwnerOnly.CreateDirectory(Path.GetDirectoryName(certificateFile)!);
        OwnerOnly.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
        OwnerOnly.Write(certificateFile, certificate.ExportCertificatePem());
        return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
    }

    private static X509Extension Names(IEnumerable<string> wanted)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        foreach (
            var name in wanted
                .Prepend(Environment.MachineName)
                .Prepend("localhost")
                .Distinct(StringComparer.OrdinalIgnoreCase)
        )
        {
            if (IPAddress.TryParse(name, out var address))
            {
                names.AddIpAddress(address);
            }
            else if (Uri.CheckHostName(name) == UriHostNameType.Dns)
            {
                names.AddDnsName(name);
            }
        }
        return names.Build();
    }
}
