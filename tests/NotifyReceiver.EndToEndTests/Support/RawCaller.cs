using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>
/// One connection to the webhook that costs little, for tests that call thousands of times a second. Trusts the certificate that the
/// service made. What was promised is what came: an answer counts as soon as its head is whole.
/// </summary>
internal sealed class RawCaller : IDisposable
{
    private const int MostHeadBytes = 16 * 1024;

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private readonly X509Certificate2 _trusted;
    private readonly string _head;
    private readonly Uri _webhook;
    private readonly byte[] _buffer = new byte[MostHeadBytes];
    private SslStream? _tls;
    private int _filled;
    private bool _isBroken;

    /// <param name="installation">Whose service is called: the one that runs now.</param>
    public RawCaller(Installation installation)
    {
        _webhook = installation.Program.Webhook;
        _trusted = X509Certificate2.CreateFromPem(installation.Directory.Read("certs/self-signed/tls.crt"));
        _head =
            $"POST {_webhook.AbsolutePath} HTTP/1.1\r\nHost: {_webhook.Authority}\r\nX-Api-Key: {installation.ApiKey}\r\n";
    }

    /// <exception cref="IOException">The service is gone.</exception>
    /// <exception cref="SocketException">It is not there.</exception>
    public async Task<RawAnswer> PostAsync(RawCall call, CancellationToken cancel = default)
    {
        if (_isBroken)
        {
            throw new IOException("the service has closed the connection");
        }
        var tls = _tls ??= await ConnectAsync(cancel);
        var id = call.Id is null ? "" : $"X-Notification-Id: {call.Id}\r\n";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{_head}{id}Content-Type: {call.ContentType}\r\nContent-Length: {call.Body.Length}\r\n\r\n"
        );
        await tls.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. call.Body], cancel);
        return await ReadAnswerAsync(tls, cancel);
    }

    public void Dispose()
    {
        _tls?.Dispose();
        _tcp.Dispose();
        _trusted.Dispose();
    }

    private async Task<SslStream> ConnectAsync(CancellationToken cancel)
    {
        await _tcp.ConnectAsync(_webhook.Host, _webhook.Port, cancel);
        var tls = new SslStream(_tcp.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = _webhook.Host,
            RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(_trusted.RawDataMemory.Span),
        };
        await tls.AuthenticateAsClientAsync(options, cancel);
        return tls;
    }

    private async Task<RawAnswer> ReadAnswerAsync(SslStream tls, CancellationToken cancel)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await FillAsync(tls, cancel);
        }
        var answer = RawAnswer.Of(Encoding.ASCII.GetString(_buffer, 0, end));
        try
        {
            await SkipBodyAsync(tls, answer, end + 4, cancel);
        }
        catch (IOException)
        {
            // The promise is made; the next call learns that nobody is there.
            _isBroken = true;
        }
        return answer;
    }

    private async Task SkipBodyAsync(SslStream tls, RawAnswer answer, int start, CancellationToken cancel)
    {
        // What is chunked is small here: its end is the chunk of length 0.
        int Length() =>
            answer.BodyLength
            ?? _buffer.AsSpan(start, _filled - start).IndexOf("0\r\n\r\n"u8) switch
            {
                < 0 => int.MaxValue - start,
                var last => last + 5,
            };
        while (_filled < start + Length())
        {
            await FillAsync(tls, cancel);
        }
        var next = start + Length();
        _buffer.AsSpan(next, _filled - next).CopyTo(_buffer);
        _filled -= next;
    }

    private async Task FillAsync(SslStream tls, CancellationToken cancel)
    {
        var read = await tls.ReadAsync(_buffer.AsMemory(_filled), cancel);
        _filled += read > 0 ? read : throw new IOException("the service has closed the connection");
    }
}
