using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>The certificate that is shown to a validator that speaks <c>acme-tls/1</c> (RFC 8737).</summary>
internal static class TlsAlpn01
{
    public const string Protocol = "acme-tls/1";

    /// <summary>With a new P-256 key of its own. The caller disposes it.</summary>
    public static X509Certificate2 CreateCertificate(
        Identifier identifier,
        string keyAuthorization,
        DateTimeOffset now
    ) => throw new NotImplementedException();

    /// <summary>The server name that the validator sends: of an address its reverse name (RFC 8738 section 6).</summary>
    public static string ServerName(Identifier identifier) => throw new NotImplementedException();
}
