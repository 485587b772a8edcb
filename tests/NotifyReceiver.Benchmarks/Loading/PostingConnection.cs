using System.Buffers.Text;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace NotifyReceiver.Benchmarks.Loading;

/// <summary>
/// One TLS 1.3 connection that posts and waits for the answer, again and again. It understands of HTTP what the servers answer
/// here, so that the client costs little beside what is measured.
/// </summary>
internal sealed class PostingConnection : IAsyncDisposable
{
    private const int StatusAt = 9;

    private readonly SslStream _stream;
    private readonly Posting _posting;
    private readonly byte[] _call;
    private readonly byte[] _answer = new byte[8192];

    private PostingConnection(SslStream stream, Posting posting)
    {
        _stream = stream;
        _posting = posting;
        _call = posting.Copy();
    }

    public static async Task<PostingConnection> OpenAsync(Uri server, Posting posting)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
#pragma warning disable CA5398 // The version that the figures are of.
                EnabledSslProtocols = SslProtocols.Tls13,
#pragma warning restore CA5398
                // Each connection pays for a whole handshake, as that of a sender that has not come before.
                AllowTlsResume = false,
                ApplicationProtocols = [SslApplicationProtocol.Http11],
#pragma warning disable S4830 // Each server has made its own a moment ago.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore S4830
            }
        );
        return new PostingConnection(stream, posting);
    }

    /// <summary>Completes with the whole answer.</summary>
    /// <exception cref="InvalidOperationException">It was not taken: what is measured is not what is meant.</exception>
    public async ValueTask PostAsync(long id)
    {
        _posting.Write(_call, id);
        await _stream.WriteAsync(_call);
        var length = 0;
        do
        {
            var read = await _stream.ReadAsync(_answer.AsMemory(length));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed the connection instead of answering.");
            }
            length += read;
        } while (!IsWhole(_answer.AsSpan(0, length)));
        if (_answer[StatusAt] != '2')
        {
            throw new InvalidOperationException($"Not taken: {Encoding.UTF8.GetString(_answer, 0, length)}");
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var headEnd = answer.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return false;
        }
        var head = answer[..headEnd];
        var body = answer[(headEnd + 4)..];
        var lengthAt = head.IndexOf("Content-Length: "u8);
        if (lengthAt >= 0 && Utf8Parser.TryParse(head[(lengthAt + "Content-Length: ".Length)..], out int length, out _))
        {
            return body.Length >= length;
        }
        return head.IndexOf("chunked"u8) < 0 || body.EndsWith("0\r\n\r\n"u8);
    }
}
