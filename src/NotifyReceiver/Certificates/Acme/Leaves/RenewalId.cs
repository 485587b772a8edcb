using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>How a CA's renewal information names a certificate (RFC 9773 section 4.1).</summary>
internal static class RenewalId
{
    /// <summary>Null when the certificate does not say which key of its issuer signed it, as a self-signed one.</summary>
    public static string? Of(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier
            is { } issuer
            ? $"{Base64Url.EncodeToString(issuer.Span)}.{Base64Url.EncodeToString(certificate.SerialNumberBytes.Span)}"
            : null;
}
