using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NotifyReceiver.Ationet.Calls;

/// <summary>
/// A body that knows whether any of it was handed to a connection, and is handed over once: a client that begins anew, on
/// another connection or for a proxy that asks who we are, cannot double a delivery.
/// </summary>
internal sealed class SentContent : HttpContent
{
    private readonly byte[] _bytes;

    /// <param name="body">ASCII alone.</param>
    public SentContent(string body)
    {
        _bytes = Encoding.ASCII.GetBytes(body);
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>True before the first byte of it leaves. The headers may have left before: without a body they insert nothing.</summary>
    public bool Left { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        if (Left)
        {
            throw new IOException("it was to be sent a second time, which is not done");
        }
        Left = true;
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
