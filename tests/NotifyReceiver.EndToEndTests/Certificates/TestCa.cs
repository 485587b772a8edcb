using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>A CA that only a test trusts.</summary>
internal sealed class TestCa
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public TestCa()
    {
        var request = new CertificateRequest("CN=End to end root", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        Root = request.CreateSelfSigned(_now.AddDays(-30), _now.AddDays(3650));
    }

    public X509Certificate2 Root { get; }

    public string RootPem => Root.ExportCertificatePem() + "\n";

    public IssuedPair Issue(string name, TimeSpan? before = null, TimeSpan? after = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("", key, HashAlgorithmName.SHA256);
        return new IssuedPair(Sign(request, name, before, after), key.ExportPkcs8PrivateKeyPem() + "\n");
    }

    /// <summary>Signs what somebody else has a key for.</summary>
    /// <returns>PEM.</returns>
    public string Sign(string requestPem, string name) =>
        Sign(
            CertificateRequest.LoadSigningRequestPem(requestPem, HashAlgorithmName.SHA256),
            name,
            before: null,
            after: null
        );

    private string Sign(CertificateRequest request, string name, TimeSpan? before, TimeSpan? after)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }
        request.CertificateExtensions.Add(names.Build(critical: true));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, includeKeyIdentifier: true, false)
        );
        using var leaf = request.Create(
            Root,
            _now - (before ?? TimeSpan.FromDays(1)),
            _now + (after ?? TimeSpan.FromDays(90)),
            RandomNumberGenerator.GetBytes(8)
        );
        return leaf.ExportCertificatePem() + "\n";
    }
}
