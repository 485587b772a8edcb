using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>A certificate authority that only a test trusts: a root, and intermediates of which the lowest issues.</summary>
internal sealed class TestAuthority
{
    private readonly TimeProvider _clock;
    private readonly List<X509Certificate2> _chain = [];
    private AsymmetricAlgorithm _issuingKey;

    private TestAuthority(TimeProvider clock, string name)
    {
        _clock = clock;
        (Root, _issuingKey) = Certify($"CN={name} Root", signer: null, AuthorityFrom, AuthorityTo);
        RootKey = _issuingKey;
    }

    /// <summary>The self-signed one, which clients trust; without its key.</summary>
    public X509Certificate2 Root { get; }

    public AsymmetricAlgorithm RootKey { get; }

    /// <summary>From the issuing one upwards, without the root.</summary>
    public IReadOnlyList<X509Certificate2> Intermediates => _chain;

    public string RootPem => Root.ExportCertificatePem() + "\n";

    private X509Certificate2 Issuing => _chain.Count == 0 ? Root : _chain[0];

    private DateTimeOffset AuthorityFrom => _clock.GetUtcNow().AddYears(-1);

    private DateTimeOffset AuthorityTo => _clock.GetUtcNow().AddYears(10);

    public static TestAuthority Create(TimeProvider clock, int intermediates = 1, string name = "Test")
    {
        var authority = new TestAuthority(clock, name);
        for (var number = 1; number <= intermediates; number++)
        {
            authority.Delegate($"CN={name} Intermediate {number}");
        }
        return authority;
    }

    /// <summary>Another intermediate below the others: leaves are issued by it from now on.</summary>
    public void Delegate(string subject, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        var (certificate, key) = Certify(
            subject,
            (Issuing, _issuingKey),
            notBefore ?? AuthorityFrom.AddDays(1),
            notAfter ?? AuthorityTo.AddDays(-1)
        );
        _chain.Insert(0, certificate);
        _issuingKey = key;
    }

    public TestCertificate Issue(params IReadOnlyList<string> names) => Issue(names, TestKey.P256);

    /// <param name="names">Host names and addresses; none: the certificate has no subject alternative name.</param>
    /// <param name="notBefore">An hour ago unless said.</param>
    /// <param name="notAfter">In 90 days unless said.</param>
    public TestCertificate Issue(
        IReadOnlyList<string> names,
        TestKey key,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        LeafShape? shape = null
    ) => Issue(TestKeys.Create(key), names, notBefore, notAfter, shape ?? LeafShape.Usual);

    /// <summary>A certificate for a key that there is already.</summary>
    public TestCertificate Issue(
        AsymmetricAlgorithm key,
        IReadOnlyList<string> names,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null,
        LeafShape? shape = null
    )
    {
        var now = _clock.GetUtcNow();
        var request = LeafRequest.For(key, names, shape ?? LeafShape.Usual);
        request.CertificateExtensions.Add(AuthorityOf(Issuing));
        var leaf = request.Create(
            Issuing.SubjectName,
            TestKeys.Signing(_issuingKey, request.HashAlgorithm),
            notBefore ?? now.AddHours(-1),
            notAfter ?? now.AddDays(90),
            Serial()
        );
        return new TestCertificate(TestKeys.Join(leaf, key), key, [.. _chain]);
    }

    /// <summary>A self-signed leaf, by nobody.</summary>
    public static TestCertificate SelfSigned(TimeProvider clock, params IReadOnlyList<string> names)
    {
        var key = TestKeys.Create(TestKey.P256);
        var request = LeafRequest.For(key, names, LeafShape.Usual with { Subject = "CN=self" });
        var now = clock.GetUtcNow();
        return new TestCertificate(request.CreateSelfSigned(now.AddHours(-1), now.AddDays(90)), key, []);
    }

    /// <summary>The other's root, certified by this root: the same name and key, another signature.</summary>
    public X509Certificate2 CrossSign(TestAuthority other)
    {
        var request = AuthorityRequest(other.Root.SubjectName, other.RootKey);
        request.CertificateExtensions.Add(AuthorityOf(Root));
        return request.Create(
            Root.SubjectName,
            TestKeys.Signing(RootKey, HashAlgorithmName.SHA256),
            AuthorityFrom.AddDays(1),
            AuthorityTo.AddDays(-1),
            Serial()
        );
    }

    private static (X509Certificate2 Certificate, AsymmetricAlgorithm Key) Certify(
        string subject,
        (X509Certificate2 Certificate, AsymmetricAlgorithm Key)? signer,
        DateTimeOffset notBefore,
        DateTimeOffset notAfter
    )
    {
        var key = TestKeys.Create(TestKey.P256);
        var name = new X500DistinguishedName(subject);
        var request = AuthorityRequest(name, key);
        if (signer is { } above)
        {
            request.CertificateExtensions.Add(AuthorityOf(above.Certificate));
        }
        var signing = TestKeys.Signing(signer?.Key ?? key, HashAlgorithmName.SHA256);
        var issuer = signer?.Certificate.SubjectName ?? name;
        return (request.Create(issuer, signing, notBefore, notAfter, Serial()), key);
    }

    private static CertificateRequest AuthorityRequest(X500DistinguishedName name, AsymmetricAlgorithm key)
    {
        var request = new CertificateRequest(name, new PublicKey(key), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static X509AuthorityKeyIdentifierExtension AuthorityOf(X509Certificate2 issuer) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            issuer,
            includeKeyIdentifier: true,
            includeIssuerAndSerial: false
        );

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }
}
