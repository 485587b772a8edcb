using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Tests.Certificates.Acme.Responders;

/// <summary>Answers tls-alpn-01 on a port of its own: the certificates that it was given, by server name.</summary>
internal sealed class TlsAlpnResponder : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, X509Certificate2> _answers = new(StringComparer.Ordinal);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    public TlsAlpnResponder()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Put(string serverName, X509Certificate2 certificate) => _answers[serverName] = certificate;

    public void Remove(string serverName) => _answers.TryRemove(serverName, out _);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient connection)
    {
        try
        {
            using var _ = connection;
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync(
                (_, hello, _, _) =>
                    _answers.TryGetValue(hello.ServerName, out var certificate)
                        ? ValueTask.FromResult(
                            new SslServerAuthenticationOptions
                            {
                                ServerCertificate = certificate,
                                ApplicationProtocols = [new SslApplicationProtocol(TlsAlpn01.Protocol)],
                            }
                        )
                        : throw new AuthenticationException("nobody waits for this name"),
                null
            );
            // Until the validator has seen enough.
            await tls.CopyToAsync(Stream.Null);
        }
        catch (Exception gone) when (gone is IOException or AuthenticationException)
        {
            // A validator that is sent away sees a broken handshake.
        }
    }
}
