using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>
/// A certificate by a young CA, whose root an old one has certified too: callers that know only the old root need the whole chain.
/// </summary>
internal static class CrossSignedSite
{
    public const string Certificate = "site.crt";
    public const string Key = "site.key";
    public const string YoungRoot = "young-root.pem";

    public static void WriteTo(TemporaryDirectory directory)
    {
        using var oldKey = NewKey();
        using var youngKey = NewKey();
        using var issuingKey = NewKey();
        using var leafKey = NewKey();
        using var old = Authority("CN=Old Root", oldKey).CreateSelfSigned(Start, End);
        using var young = Authority("CN=Young Root", youngKey).CreateSelfSigned(Start, End);
        using var cross = Authority("CN=Young Root", youngKey).Create(old, Start, End, [1]);
        using var issuing = Authority("CN=Young Issuer", issuingKey).Create(young, Start, End, [2]);
        using var issuer = issuing.CopyWithPrivateKey(issuingKey);
        using var leaf = Server(leafKey).Create(issuer, Start, End, [3]);

        directory.Write(YoungRoot, young.ExportCertificatePem());
        directory.Write(Key, leafKey.ExportPkcs8PrivateKeyPem());
        directory.Write(
            Certificate,
            string.Join('\n', new[] { leaf, issuing, cross }.Select(one => one.ExportCertificatePem()))
        );
    }

    private static DateTimeOffset Start { get; } = TimeProvider.System.GetUtcNow().AddDays(-1);

    private static DateTimeOffset End => Start.AddDays(100);

    private static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }

    private static CertificateRequest Server(ECDsa key)
    {
        var request = new CertificateRequest("CN=hook.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("hook.example");
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
