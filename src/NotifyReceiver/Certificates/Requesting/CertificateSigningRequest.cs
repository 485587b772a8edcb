using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Certificates.Requesting;

/// <summary>A request for a CA that people write to (PKCS #10, RFC 2986): the first name is the subject's too, as many of them ask.</summary>
internal static class CertificateSigningRequest
{
    /// <summary>Makes a key, keeps it, and keeps the request beside it.</summary>
    /// <param name="names">Host names and addresses, one at least.</param>
    /// <returns>The file of the request.</returns>
    public static string Create(CertificateOptions options, IReadOnlyList<string> names, LeafKeyType type)
    {
        using var key = LeafKey.Create(type);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(names[0]);
        var request = key switch
        {
            ECDsa elliptic => new CertificateRequest(subject.Build(), elliptic, HashAlgorithmName.SHA256),
            RSA rsa => new CertificateRequest(
                subject.Build(),
                rsa,
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1
            ),
            _ => throw new InvalidOperationException($"a {key.GetType().Name} was made for {type}"),
        };
        request.CertificateExtensions.Add(AlternativeNames(names));
        var directory = RequestedKeys.DirectoryOf(options);
        OwnerOnly.CreateDirectory(directory);
        var file = Path.Combine(directory, LineageName.For("csr", names));
        OwnerOnly.Write($"{file}.key", key.ExportPkcs8PrivateKeyPem());
        OwnerOnly.Write($"{file}.csr", request.CreateSigningRequestPem());
        return $"{file}.csr";
    }

    private static X509Extension AlternativeNames(IReadOnlyList<string> names)
    {
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }
        return alternatives.Build();
    }
}
