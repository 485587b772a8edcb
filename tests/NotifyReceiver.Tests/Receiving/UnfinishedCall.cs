using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Receiving;

/// <summary>A call whose body lacks its last byte, which never comes.</summary>
internal sealed class UnfinishedCall : IDisposable
{
    private readonly TcpClient _client;
    private readonly SslStream _stream;
    private readonly Task _sending;

    private UnfinishedCall(TcpClient client, SslStream stream, Task sending) =>
        (_client, _stream, _sending) = (client, stream, sending);

    public static async Task<UnfinishedCall> StartAsync(Uri address, int bytes)
    {
        var (client, stream) = await BeginAsync(address, $"Content-Length: {bytes}\r\n\r\n");
        return new UnfinishedCall(client, stream, stream.WriteAsync(new byte[bytes - 1]).AsTask());
    }

    /// <summary>The whole answer to a call that ends like this, where the service closes the connection after it.</summary>
    /// <param name="rest">From the last header on.</param>
    public static async Task<string> AnswerToAsync(Uri address, string rest)
    {
        var (client, stream) = await BeginAsync(address, $"Connection: close\r\n{rest}");
        using var answer = new StreamReader(stream, Encoding.ASCII);
        using (client)
        {
            return await answer.ReadToEndAsync();
        }
    }

    private static async Task<(TcpClient Client, SslStream Stream)> BeginAsync(Uri address, string rest)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
#pragma warning disable CA5359 // The certificate was made for this test.
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await stream.AuthenticateAsClientAsync("localhost");
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {RunningReceiver.ApiKey}\r\n"
                    + rest
            )
        );
        return (client, stream);
    }

    /// <summary>The head of the answer; its body may be lost where the service closes on what was still being sent.</summary>
    public async Task<string> AnswerAsync()
    {
        var bytes = new byte[16 * 1024];
        var length = 0;
        while (!Encoding.ASCII.GetString(bytes, 0, length).Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await _stream.ReadAsync(bytes.AsMemory(length));
            if (read == 0)
            {
                break;
            }
            length += read;
        }
        return Encoding.ASCII.GetString(bytes, 0, length);
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
        _ = _sending.Exception;
    }
}
