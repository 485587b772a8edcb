using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>Whatever comes to the door instead of a handshake, the next caller is served.</summary>
public sealed class BadHandshakesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        var certificate = _authority.Issue("a.example");
        _directory.Write("certs/manual/tls.crt", certificate.FullChainPem);
        _directory.Write("certs/manual/tls.key", certificate.KeyPem);
        _receiver = await RunningReceiver.StartAsync(_directory);
    }

    [Fact]
    public async Task A_hello_byte_by_byte_is_a_hello()
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(_receiver.Webhook.Host, _receiver.Webhook.Port);
        await using var tls = new SslStream(
            new ByteByByte(socket.GetStream()),
            leaveInnerStreamOpen: false,
            (_, _, _, _) => true
        );

        await tls.AuthenticateAsClientAsync("a.example");

        Assert.True(tls.IsAuthenticated);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000")]
    [InlineData("\u0016\u0003\u0001\u0040\u0001noise")]
    [InlineData("\u0016")]
    [InlineData("")]
    public async Task What_is_no_hello_is_closed_and_the_next_caller_served(string sent)
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_receiver.Webhook.Host, _receiver.Webhook.Port);
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(sent));
            socket.Client.Shutdown(SocketShutdown.Send);
            await ReadToTheEndAsync(stream);
        }

        Assert.Equal(2, (await TlsClient.ShownAsync(_receiver.Webhook, "a.example", _authority.Root)).ChainLength);
    }

    [Fact]
    public async Task Failures_are_counted()
    {
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_receiver.Webhook.Host, _receiver.Webhook.Port);
            await socket.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
            await ReadToTheEndAsync(socket.GetStream());
        }

        using var client = new HttpClient(new SocketsHttpHandler());
        var metrics = "";
        for (var left = 200; left > 0 && !IsCounted(metrics); left--)
        {
            metrics = await client.GetStringAsync(new Uri(_receiver.Admin, "/metrics"));
        }
        Assert.True(IsCounted(metrics), metrics);
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    private static bool IsCounted(string metrics) =>
        metrics.Contains("notify_receiver_tls_handshake_failures_total{", StringComparison.Ordinal);

    private static async Task ReadToTheEndAsync(NetworkStream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            var buffer = new byte[1024];
            while (await stream.ReadAsync(buffer, patience.Token) > 0)
            {
                // An alert may come before the end.
            }
        }
        catch (IOException)
        {
            // A reset is an end too.
        }
    }

    /// <summary>Writes each byte by itself.</summary>
    private sealed class ByteByByte(NetworkStream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            foreach (var single in buffer.AsSpan(offset, count))
            {
                inner.WriteByte(single);
            }
        }

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            for (var at = 0; at < buffer.Length; at++)
            {
                await inner.WriteAsync(buffer.Slice(at, 1), cancellationToken);
            }
        }
    }
}
