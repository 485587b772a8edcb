using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Validating;

/// <summary>tls-alpn-01 (RFC 8737 section 3; for addresses RFC 8738 section 6).</summary>
internal static class TlsAlpnValidation
{
    private const string AcmeIdentifier = "1.3.6.1.5.5.7.1.31";

    private static readonly SslApplicationProtocol Acme = new("acme-tls/1");
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong; null when nothing is.</summary>
    [SuppressMessage(
        "Security",
        "S4830",
        Justification = "RFC 8737: the certificate signs itself, and is judged below."
    )]
    public static async Task<RefusalException?> LookAsync(int port, LedgerName name, string keyAuthorization)
    {
        using var deadline = new CancellationTokenSource(Timeout);
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
        }
        catch (SocketException failed)
        {
            return new RefusalException(400, "connection", $"{name.Value} could not be reached: {failed.Message}");
        }
        try
        {
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = ServerName(name),
                    ApplicationProtocols = [Acme],
                    RemoteCertificateValidationCallback = (_, _, _, _) => true,
                },
                deadline.Token
            );
            return Judge(tls, name, keyAuthorization) is { } flaw
                ? new RefusalException(403, "unauthorized", flaw)
                : null;
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException)
        {
            return new RefusalException(400, "tls", $"the handshake with {name.Value} failed: {failed.Message}");
        }
    }

    private static string? Judge(SslStream tls, LedgerName name, string keyAuthorization)
    {
        if (tls.NegotiatedApplicationProtocol != Acme)
        {
            return $"{name.Value} does not speak acme-tls/1";
        }
        using var shown = X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData());
        var proof = shown.Extensions.FirstOrDefault(extension => extension.Oid?.Value == AcmeIdentifier);
        if (proof is not { Critical: true })
        {
            return $"the certificate of {name.Value} has no critical acmeIdentifier: it is not the one for this validation";
        }
        if (!HasOnly(shown, name))
        {
            return $"the certificate is not for {name.Value} alone";
        }
        var digest = new AsnReader(proof.RawData, AsnEncodingRules.DER).ReadOctetString();
        return digest.SequenceEqual(SHA256.HashData(Encoding.ASCII.GetBytes(keyAuthorization)))
            ? null
            : $"the acmeIdentifier is not of the key authorization {keyAuthorization}";
    }

    private static bool HasOnly(X509Certificate2 shown, LedgerName name)
    {
        var names = shown.Extensions.OfType<X509SubjectAlternativeNameExtension>().SingleOrDefault();
        string[] all =
        [
            .. names?.EnumerateDnsNames() ?? [],
            .. names?.EnumerateIPAddresses().Select(address => $"{address}") ?? [],
        ];
        return all is [var only] && only == name.Value;
    }

    private static string ServerName(LedgerName name)
    {
        if (!name.IsAddress)
        {
            return name.Value;
        }
        var bytes = IPAddress.Parse(name.Value).GetAddressBytes();
        Array.Reverse(bytes);
        return bytes.Length == 4
            ? $"{string.Join('.', bytes)}.in-addr.arpa"
            : $"{string.Join('.', bytes.Select(each => $"{each & 0xF:x}.{each >> 4:x}"))}.ip6.arpa";
    }
}
