using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Cli.Tls;

/// <summary>Finds out what a door offers by asking for one thing at a time. Nothing is said to it, so nobody need be trusted.</summary>
/// <param name="connect">Opens a connection to it.</param>
internal sealed class Probe(Func<CancellationToken, Task<Stream>> connect)
{
    /// <summary>Every version, the newest first.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(CancellationToken stop) =>
        [
#pragma warning disable CA5398 // These very versions are asked for.
            await OfferAsync("TLS 1.3", SslProtocols.Tls13, isForTls13: true, stop),
            await OfferAsync("TLS 1.2", SslProtocols.Tls12, isForTls13: false, stop),
#pragma warning restore CA5398
            await OldAsync("TLS 1.1", 0x0302, stop),
            await OldAsync("TLS 1.0", 0x0301, stop),
        ];

    /// <summary>The certificate that is shown to who asks for no name; null when no handshake succeeds.</summary>
    public async Task<ShownCertificate?> CertificateAsync(CancellationToken stop)
    {
        ShownCertificate? shown = null;
        await HandshakeAsync(
            new SslClientAuthenticationOptions(),
            (certificate, chain) => shown = ShownCertificate.Of(certificate, chain.ChainPolicy.ExtraStore.Count),
            stop
        );
        return shown;
    }

    private async Task<Offer> OfferAsync(string name, SslProtocols protocol, bool isForTls13, CancellationToken stop)
    {
        List<string> suites = [];
        foreach (var suite in Enum.GetValues<TlsCipherSuite>().Where(suite => IsWorthAsking(suite, isForTls13)))
        {
            if (await IsAgreedAsync(protocol, suite, stop))
            {
                suites.Add(suite.ToString());
            }
        }
        return new Offer(name, suites.Count > 0, suites);
    }

    private async Task<bool> IsAgreedAsync(SslProtocols protocol, TlsCipherSuite suite, CancellationToken stop)
    {
#pragma warning disable CA1416 // Where a suite cannot be chosen the command says so before it comes here.
        var only = new CipherSuitesPolicy([suite]);
#pragma warning restore CA1416
        return await HandshakeAsync(
            new SslClientAuthenticationOptions { EnabledSslProtocols = protocol, CipherSuitesPolicy = only },
            (_, _) => { },
            stop
        );
    }

    private async Task<bool> HandshakeAsync(
        SslClientAuthenticationOptions options,
        Action<X509Certificate2, X509Chain> look,
        CancellationToken stop
    )
    {
        options.TargetHost = "";
        options.CertificateChainPolicy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
#pragma warning disable CA5359, S4830 // It is looked at, not trusted.
        options.RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            look((X509Certificate2)certificate!, chain!);
            return true;
        };
#pragma warning restore CA5359, S4830
        try
        {
            await using var client = new SslStream(await connect(stop));
            await client.AuthenticateAsClientAsync(options, stop);
            return true;
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            return false;
        }
    }

    private async Task<Offer> OldAsync(string name, ushort version, CancellationToken stop)
    {
        await using var door = await connect(stop);
        return new Offer(name, await OldHello.IsAnsweredAsync(door, version, stop), []);
    }

    // Of the hundreds with names, those that a system of today can be asked for.
    private static bool IsWorthAsking(TlsCipherSuite suite, bool isForTls13)
    {
        var name = suite.ToString();
        if (!name.Contains("_WITH_", StringComparison.Ordinal))
        {
            return isForTls13;
        }
        return !isForTls13
            && (
                name.StartsWith("TLS_ECDHE_", StringComparison.Ordinal)
                || name.StartsWith("TLS_DHE_RSA_", StringComparison.Ordinal)
                || name.StartsWith("TLS_RSA_WITH_", StringComparison.Ordinal)
            )
            && !name.Contains("_PSK_", StringComparison.Ordinal)
            && !name.Contains("NULL", StringComparison.Ordinal)
            && !name.Contains("RC4", StringComparison.Ordinal);
    }
}
