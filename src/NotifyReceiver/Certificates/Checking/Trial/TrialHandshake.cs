using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Trial;

/// <summary>
/// Shakes hands with itself, in memory: what the system's TLS library does not accept shows here and not with the first caller.
/// </summary>
internal static class TrialHandshake
{
    private const string Host = "trial.invalid";

    // Of the machine, whatever a clock says: both ends are ours, so only a fault could make it wait.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Null when the leaf was shown and the handshake is done, with TLS 1.2 and with TLS 1.3.</summary>
    public static async Task<string?> RunAsync(SslStreamCertificateContext context, CancellationToken cancel) =>
#pragma warning disable CA5398 // Each version is tried by itself, whatever the system would choose.
        await RunAsync(context, SslProtocols.Tls12, "TLS 1.2", cancel)
        ?? await RunAsync(context, SslProtocols.Tls13, "TLS 1.3", cancel);
#pragma warning restore CA5398

    private static async Task<string?> RunAsync(
        SslStreamCertificateContext context,
        SslProtocols protocol,
        string words,
        CancellationToken cancel
    )
    {
        using var bound = new CancellationTokenSource(Longest, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        var (near, far) = InMemoryStream.Pair();
        await using var server = new SslStream(near);
        await using var client = new SslStream(far);
        var isShown = false;
        var results = await Task.WhenAll(
            EndAsync(server.AuthenticateAsServerAsync(Server(context, protocol), either.Token), near),
            EndAsync(client.AuthenticateAsClientAsync(Client(protocol, Note), either.Token), far)
        );
        cancel.ThrowIfCancellationRequested();
        var reason = results[0] ?? results[1] ?? (isShown ? null : "another certificate was shown");
        return reason is null ? null : $"a trial handshake with {words} failed: {reason}";

        bool Note(X509Certificate? shown) =>
            isShown =
                shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(context.TargetCertificate.RawData);
    }

    private static SslServerAuthenticationOptions Server(SslStreamCertificateContext context, SslProtocols protocol) =>
        new() { ServerCertificateContext = context, EnabledSslProtocols = protocol };

    // Without a policy of its own the client would fetch missing issuers from the addresses in the certificate.
    private static SslClientAuthenticationOptions Client(
        SslProtocols protocol,
        Func<X509Certificate?, bool> isExpected
    ) =>
        new()
        {
            TargetHost = Host,
            EnabledSslProtocols = protocol,
            AllowTlsResume = false,
            CertificateChainPolicy = new X509ChainPolicy
            {
                DisableCertificateDownloads = true,
                RevocationMode = X509RevocationMode.NoCheck,
                TrustMode = X509ChainTrustMode.CustomRootTrust,
            },
            RemoteCertificateValidationCallback = (_, shown, _, _) => isExpected(shown),
        };

    /// <summary>Why this end failed; null when it did not. Whichever fails hangs up, so that the other does not wait.</summary>
    private static async Task<string?> EndAsync(Task handshake, Stream stream)
    {
        try
        {
            await handshake;
            return null;
        }
        catch (OperationCanceledException)
        {
            return "it did not end";
        }
        catch (Exception failed)
            when (failed is AuthenticationException or IOException or CryptographicException or NotSupportedException)
        {
            await stream.DisposeAsync();
            return Reason(failed);
        }
    }

    // The innermost ends with the TLS library's own word: 'error:0A00018F:SSL routines::ee key too small'.
    private static string Reason(Exception failed) =>
        failed.GetBaseException().Message.Split("::")[^1].Split(" - ")[^1].TrimEnd('.');
}
