using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Simulators.Acme.Issuing;

/// <summary>RFC 9773 section 4.1, from the bytes of the certificate's own DER.</summary>
internal static class RenewalIds
{
    private const string AuthorityKey = "2.5.29.35";

    public static string Of(X509Certificate2 leaf)
    {
        var authority = leaf.Extensions.Single(extension => extension.Oid?.Value == AuthorityKey);
        var issuer = new AsnReader(authority.RawData, AsnEncodingRules.DER)
            .ReadSequence()
            .ReadOctetString(new Asn1Tag(TagClass.ContextSpecific, 0));
        var certificate = new AsnReader(leaf.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        certificate.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0));
        var serial = certificate.ReadIntegerBytes().ToArray();
        return $"{Text(issuer)}.{Text(serial)}";
    }

    private static string Text(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
