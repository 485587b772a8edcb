using System.Collections.Concurrent;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NotifyReceiver.EndToEndTests.Certificates.Rotating;

/// <summary>
/// Many callers, each of which makes one full handshake after another, by TLS 1.2 and 1.3 in turns, checks the whole chain and the name, and
/// makes a call. Whatever goes wrong is a failure: a refused connection, a reset, a certificate that is not for the name.
/// </summary>
internal sealed class Callers : IAsyncDisposable
{
    private const int Many = 8;

    private static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(15);

    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly Uri _door;
    private readonly IReadOnlyList<(string Host, X509Certificate2 Root)> _expected;
    private readonly Task _all;
    private long _handshakes;

    /// <param name="expected">The names that they ask for in turns, and the only root that each is trusted by.</param>
    public Callers(Uri door, params IReadOnlyList<(string Host, X509Certificate2 Root)> expected)
    {
        _door = door;
        _expected = expected;
        _all = Task.WhenAll(Enumerable.Range(0, Many).Select(CallAsync));
    }

    public long Handshakes => Interlocked.Read(ref _handshakes);

    public IReadOnlyCollection<string> Failures => _failures;

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _all;
        _over.Dispose();
    }

    private async Task CallAsync(int number)
    {
        await Task.Yield();
        var turn = number;
        while (!_over.IsCancellationRequested)
        {
            turn++;
            var (host, root) = _expected[turn % _expected.Count];
#pragma warning disable CA5398 // Both are promised.
            var protocol = turn / _expected.Count % 2 == 0 ? SslProtocols.Tls12 : SslProtocols.Tls13;
#pragma warning restore CA5398
            try
            {
                await CallAsync(host, root, protocol);
                Interlocked.Increment(ref _handshakes);
            }
            catch (Exception failure) when (failure is IOException or SocketException or AuthenticationException)
            {
                _failures.Enqueue($"{host} {protocol}: {failure.Message}");
            }
            // Other tests have the same cores.
            await Task.Delay(BetweenCalls, TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task CallAsync(string host, X509Certificate2 root, SslProtocols protocol)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(_door.Host, _door.Port, CancellationToken.None);
        await using var tls = new SslStream(socket.GetStream());
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.Add(root);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = protocol,
                CertificateChainPolicy = policy,
                AllowTlsResume = false,
            },
            CancellationToken.None
        );
        await tls.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET /petrosoft/notifications/n1 HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            ),
            CancellationToken.None
        );
        var answer = new byte[12];
        await tls.ReadExactlyAsync(answer, CancellationToken.None);
        if (Encoding.ASCII.GetString(answer) != "HTTP/1.1 401")
        {
            throw new IOException($"it answered {Encoding.ASCII.GetString(answer)}");
        }
    }
}
