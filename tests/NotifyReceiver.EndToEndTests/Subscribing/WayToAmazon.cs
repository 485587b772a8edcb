using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NotifyReceiver.EndToEndTests.Subscribing;

/// <summary>
/// A proxy that is the only way out of the machine, and Amazon SNS behind it, over TLS. It tells every host that was called for,
/// and leads to none but SNS.
/// </summary>
internal sealed class WayToAmazon : IAsyncDisposable
{
    public const string Sns = "sns.us-east-1.amazonaws.com";

    private const string Confirmed = """
        <ConfirmSubscriptionResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ConfirmSubscriptionResult>
          <SubscriptionArn>arn:aws:sns:us-east-1:111122223333:business-documents:1</SubscriptionArn>
        </ConfirmSubscriptionResult></ConfirmSubscriptionResponse>
        """;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _calledFor = [];
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    /// <param name="authority">Issues the certificate that SNS shows.</param>
    public WayToAmazon(TestAuthority authority)
    {
        _certificate = authority.Issue(Sns);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Proxy => new($"http://{_listener.LocalEndpoint}/");

    /// <summary>The first line of each call at the proxy, the method and the host.</summary>
    public IReadOnlyList<string> CalledFor => [.. _calledFor];

    /// <summary>The first line of each request that came to SNS.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _ending.Dispose();
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                await ConnectAsync(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // A caller that trusts somebody else hangs up; and the test may be over.
            }
        }
    }

    private async Task ConnectAsync(NetworkStream stream)
    {
        var call = await ReadHeadAsync(stream);
        _calledFor.Enqueue(string.Join(' ', call.Split(' ')[..2]));
        if (!call.StartsWith($"CONNECT {Sns}:443 ", StringComparison.Ordinal))
        {
            await WriteAsync(stream, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return;
        }
        await WriteAsync(stream, "HTTP/1.1 200 Connection established\r\n\r\n");
        await using var tls = new SslStream(stream, leaveInnerStreamOpen: true);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate },
            _ending.Token
        );
        if (await ReadHeadAsync(tls) is not { Length: > 0 } request)
        {
            return;
        }
        _requests.Enqueue(request);
        await WriteAsync(
            tls,
            $"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: {Confirmed.Length}\r\nConnection: close\r\n\r\n{Confirmed}"
        );
    }

    /// <returns>The first line.</returns>
    private async Task<string> ReadHeadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, false, 1, leaveOpen: true);
        var first = await reader.ReadLineAsync(_ending.Token) ?? "";
        while (await reader.ReadLineAsync(_ending.Token) is { Length: > 0 })
        {
            // The headers do not matter.
        }
        return first;
    }

    private async Task WriteAsync(Stream stream, string text) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), _ending.Token);
}
