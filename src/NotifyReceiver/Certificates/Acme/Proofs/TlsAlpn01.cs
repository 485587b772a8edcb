using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>The certificate that is shown to a validator that speaks <c>acme-tls/1</c> (RFC 8737).</summary>
internal static class TlsAlpn01
{
    public const string Protocol = "acme-tls/1";

    private const string AcmeIdentifier = "1.3.6.1.5.5.7.1.31";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>With a new P-256 key of its own. The caller disposes it.</summary>
    public static X509Certificate2 CreateCertificate(Identifier identifier, string keyAuthorization, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ACME challenge", key, HashAlgorithmName.SHA256);
        var name = new SubjectAlternativeNameBuilder();
        if (identifier.Type == IdentifierType.Ip)
        {
            name.AddIpAddress(IPAddress.Parse(identifier.Value));
        }
        else
        {
            name.AddDnsName(identifier.Value);
        }
        request.CertificateExtensions.Add(name.Build());
        var digest = new AsnWriter(AsnEncodingRules.DER);
        digest.WriteOctetString(SHA256.HashData(Encoding.ASCII.GetBytes(keyAuthorization)));
        request.CertificateExtensions.Add(new X509Extension(AcmeIdentifier, digest.Encode(), critical: true));
        return request.CreateSelfSigned(now - TimeSpan.FromDays(1), now + Lifetime);
    }

    /// <summary>The server name that the validator sends: of an address its reverse name (RFC 8738 section 6).</summary>
    public static string ServerName(Identifier identifier)
    {
        if (identifier.Type != IdentifierType.Ip)
        {
            return identifier.Value;
        }
        var address = IPAddress.Parse(identifier.Value);
        var bytes = address.GetAddressBytes().Reverse();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? $"{string.Join('.', bytes)}.in-addr.arpa"
            : $"{string.Join('.', bytes.SelectMany(each => new[] { each & 0xF, each >> 4 }).Select(half => $"{half:x}"))}.ip6.arpa";
    }
}
