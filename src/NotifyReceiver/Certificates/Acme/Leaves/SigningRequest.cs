using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>A PKCS #10 request with an empty subject: the names stand in the subject alternative name alone.</summary>
internal static class SigningRequest
{
    private static readonly X500DistinguishedName Nobody = new("");

    /// <param name="key">EC or RSA, as <see cref="LeafKey"/> makes them.</param>
    /// <returns>DER.</returns>
    public static byte[] Create(AsymmetricAlgorithm key, IReadOnlyList<Identifier> names)
    {
        var request = key switch
        {
            ECDsa ec => new CertificateRequest(
                Nobody,
                ec,
                ec.KeySize > 256 ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256
            ),
            RSA rsa => new CertificateRequest(Nobody, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => throw new NotSupportedException($"no certificates are asked for with keys of {key.GetType().Name}"),
        };
        request.CertificateExtensions.Add(Names(names));
        return request.CreateSigningRequest();
    }

    private static X509Extension Names(IReadOnlyList<Identifier> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (name.Type == IdentifierType.Ip)
            {
                builder.AddIpAddress(IPAddress.Parse(name.Value));
            }
            else
            {
                builder.AddDnsName(name.Value);
            }
        }
        return builder.Build();
    }
}
