using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>What a leaf says of itself, before an authority signs it.</summary>
internal static class LeafRequest
{
    public static CertificateRequest For(AsymmetricAlgorithm key, IReadOnlyList<string> names, LeafShape shape)
    {
        var subject = new X500DistinguishedName(shape.Subject);
        var request = key switch
        {
            RSA rsa => new CertificateRequest(subject, rsa, shape.Hash, RSASignaturePadding.Pkcs1),
            ECDsa ec => new CertificateRequest(subject, ec, shape.Hash),
            _ => throw new NotSupportedException(),
        };
        var extensions = request.CertificateExtensions;
        extensions.Add(
            new X509BasicConstraintsExtension(shape.IsAuthority, hasPathLengthConstraint: false, 0, critical: true)
        );
        if (shape.KeyUsage is { } usage)
        {
            extensions.Add(new X509KeyUsageExtension(usage, critical: true));
        }
        if (shape.Purposes.Count > 0)
        {
            extensions.Add(
                new X509EnhancedKeyUsageExtension(
                    [.. shape.Purposes.Select(purpose => new Oid(purpose))],
                    critical: false
                )
            );
        }
        if (names.Count > 0)
        {
            extensions.Add(Names(names, isCritical: shape.Subject.Length == 0));
        }
        if (shape.IssuerAddress is not null || shape.OcspAddress is not null)
        {
            extensions.Add(
                new X509AuthorityInformationAccessExtension(List(shape.OcspAddress), List(shape.IssuerAddress))
            );
        }
        if (shape.CrlAddress is not null)
        {
            extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(List(shape.CrlAddress)));
        }
        return request;
    }

    private static X509Extension Names(IEnumerable<string> names, bool isCritical)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                builder.AddIpAddress(address);
            }
            else
            {
                builder.AddDnsName(name);
            }
        }
        return builder.Build(isCritical);
    }

    private static string[] List(Uri? address) => address is null ? [] : [address.AbsoluteUri];
}
