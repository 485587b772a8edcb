using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>A root and a certificate of it for 127.0.0.1, good in any year that a test plays in.</summary>
internal sealed class LoopbackTls : IDisposable
{
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;

    public LoopbackTls()
    {
        var root = new CertificateRequest("CN=root of a test", _rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = root.CreateSelfSigned(From, Until);
        var request = new CertificateRequest("CN=127.0.0.1", _key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(_root, From, Until, RandomNumberGenerator.GetBytes(8));
        CertificatePem = certificate.ExportCertificatePem();
        Roots = [X509CertificateLoader.LoadCertificate(_root.RawData)];
    }

    public X509Certificate2Collection Roots { get; }

    public string CertificatePem { get; }

    public string KeyPem => _key.ExportPkcs8PrivateKeyPem();

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
        _rootKey.Dispose();
    }
}
