using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Simulators.Acme.Ledger;

namespace NotifyReceiver.Simulators.Acme.Issuing;

/// <summary>Two roots, and an intermediate that both have signed.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const int SerialBytes = 16;

    private static readonly TimeSpan Past = TimeSpan.FromDays(400);
    private static readonly TimeSpan Future = TimeSpan.FromDays(30 * 365);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2[] _roots;
    private readonly X509Certificate2[] _intermediates;

    public CertificateAuthority(DateTimeOffset now)
    {
        var (from, until) = (now - Past, now + Future);
        using var firstKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var secondKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _roots = [Root("Simulated Root 1", firstKey, from, until), Root("Simulated Root 2", secondKey, from, until)];
        _intermediates = [.. _roots.Select(root => Intermediate(root, from, until))];
        Roots = [.. _roots.Select(root => X509CertificateLoader.LoadCertificate(root.RawData))];
    }

    /// <summary>Without their keys.</summary>
    public IReadOnlyList<X509Certificate2> Roots { get; }

    public X509Certificate2 Issue(
        PublicKey key,
        IReadOnlyList<LedgerName> names,
        DateTimeOffset from,
        DateTimeOffset until
    )
    {
        var request = new CertificateRequest(new X500DistinguishedName(""), key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (name.IsAddress)
            {
                alternatives.AddIpAddress(IPAddress.Parse(name.Value));
            }
            else
            {
                alternatives.AddDnsName(name.Value);
            }
        }
        request.CertificateExtensions.Add(alternatives.Build(critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true)
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false)
        );
        request.CertificateExtensions.Add(IssuedBy(_intermediates[0]));
        return Sign(request, _intermediates[0].SubjectName, _key, from, until);
    }

    /// <summary>Below the one root and below the other, leaf first, without the root.</summary>
    public IReadOnlyList<string> Chains(X509Certificate2 leaf) =>
        [.. _intermediates.Select(each => $"{leaf.ExportCertificatePem()}\n\n{each.ExportCertificatePem()}\n")];

    public void Dispose()
    {
        _key.Dispose();
        foreach (var certificate in _roots.Concat(_intermediates).Concat(Roots))
        {
            certificate.Dispose();
        }
    }

    private static X509Certificate2 Root(string name, ECDsa key, DateTimeOffset from, DateTimeOffset until)
    {
        var request = Authority(name, new PublicKey(key));
        using var bare = Sign(request, request.SubjectName, key, from, until);
        return bare.CopyWithPrivateKey(key);
    }

    private X509Certificate2 Intermediate(X509Certificate2 root, DateTimeOffset from, DateTimeOffset until)
    {
        var request = Authority("Simulated Intermediate", new PublicKey(_key));
        request.CertificateExtensions.Add(IssuedBy(root));
        using var rootKey = root.GetECDsaPrivateKey()!;
        return Sign(request, root.SubjectName, rootKey, from, until);
    }

    private static CertificateRequest Authority(string name, PublicKey key)
    {
        var request = new CertificateRequest(new X500DistinguishedName($"CN={name}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(key, critical: false));
        return request;
    }

    private static X509AuthorityKeyIdentifierExtension IssuedBy(X509Certificate2 issuer) =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, includeIssuerAndSerial: false);

    private static X509Certificate2 Sign(
        CertificateRequest request,
        X500DistinguishedName issuer,
        ECDsa key,
        DateTimeOffset from,
        DateTimeOffset until
    ) =>
        request.Create(
            issuer,
            X509SignatureGenerator.CreateForECDsa(key),
            from,
            until,
            RandomNumberGenerator.GetBytes(SerialBytes)
        );
}
