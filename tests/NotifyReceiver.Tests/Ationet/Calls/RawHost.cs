using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NotifyReceiver.Tests.Ationet.Calls;

/// <summary>
/// A host or a proxy that answers with the very bytes that it is told, one request a connection, and keeps each request. It
/// closes the connection after an answer, unless it lingers.
/// </summary>
internal sealed class RawHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="answer">The answer to every request.</param>
    /// <param name="certificate">Whom it shows itself as over TLS; null speaks plain HTTP.</param>
    public RawHost(byte[] answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string BaseUrl => $"http://127.0.0.1:{Port}";

    /// <summary>Whether it keeps the connection after its answer.</summary>
    public bool Lingers { get; init; }

    /// <summary>Ends when somebody has connected.</summary>
    public Task Called => _called.Task;

    /// <summary>Head and body of each request that came whole.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static byte[] Text(string answer) => Encoding.ASCII.GetBytes(answer);

    /// <summary>A whole answer with a length.</summary>
    public static byte[] Json(string status, string body, string headers = "") =>
        Text(
            $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}"
        );

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving;
        _ending.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ending.Token);
                _called.TrySetResult();
                connections.Add(ServeAsync(client));
            }
        }
        // The last where it is about to take another call when it is stopped.
        catch (Exception stopped)
            when (stopped is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = await SecureAsync(client.GetStream());
            _requests.Enqueue(await ReadAsync(stream));
            await stream.WriteAsync(_answer, _ending.Token);
            await Task.Delay(Lingers ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, _ending.Token);
        }
        catch (Exception gone)
            when (gone is IOException or OperationCanceledException or AuthenticationException or SocketException)
        {
            // The caller trusts somebody else or is tired of waiting; or the test is over.
        }
    }

    private async Task<Stream> SecureAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = _certificate },
            _ending.Token
        );
        return tls;
    }

    private async Task<string> ReadAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, _ending.Token);
            if (read == 0)
            {
                throw new IOException("the caller hung up");
            }
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        const string Length = "Content-Length: ";
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }
        var header = request[..end]
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(Length, StringComparison.Ordinal));
        var length = header is null ? 0 : int.Parse(header[Length.Length..], CultureInfo.InvariantCulture);
        return request.Length >= end + 4 + length;
    }
}
