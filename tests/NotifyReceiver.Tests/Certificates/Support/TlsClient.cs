using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>Makes one full handshake with a server, as strict as callers are: the whole chain, the name, no network.</summary>
internal static class TlsClient
{
    /// <param name="host">The name that is asked for and expected; empty: none is asked for, and any is right.</param>
    /// <param name="root">The only one that is trusted; null: any certificate is right.</param>
    public static async Task<Shown> ShownAsync(
        Uri server,
        string host,
        X509Certificate2? root,
        SslProtocols protocols = SslProtocols.None,
        params SslApplicationProtocol[] alpn
    )
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port, patience.Token);
        var chainLength = 0;
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            TrustMode = X509ChainTrustMode.CustomRootTrust,
        };
        if (root is not null)
        {
            policy.CustomTrustStore.Add(root);
        }
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = protocols,
                ApplicationProtocols = [.. alpn],
                CertificateChainPolicy = policy,
                RemoteCertificateValidationCallback = (_, _, chain, errors) =>
                {
                    chainLength = chain!.ChainPolicy.ExtraStore.Count;
                    return root is null
                        || errors == SslPolicyErrors.None
                        || (host.Length == 0 && IsOnlyTheName(errors));
                },
            },
            patience.Token
        );
        using var leaf = new X509Certificate2(tls.RemoteCertificate!);
        return new Shown(
            leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            chainLength,
            tls.NegotiatedApplicationProtocol.Protocol.IsEmpty ? null : tls.NegotiatedApplicationProtocol.ToString()
        );
    }

    private static bool IsOnlyTheName(SslPolicyErrors errors) =>
        errors == SslPolicyErrors.RemoteCertificateNameMismatch;
}
