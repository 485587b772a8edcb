using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace NotifyReceiver.Ationet;

/// <summary>ATIONET's host. Sends what ATIONET's own SDK sends, and is more careful about what comes back.</summary>
internal sealed class AtionetHost(HttpClient client, AtionetOptions options, TimeProvider clock) : IAtionet
{
    /// <summary>Characters of a reply that are kept: a host that answers with a stack trace should not fill the database.</summary>
    public const int LongestReply = 16 * 1024;

    private const int LongestReadable = 1024 * 1024;

    private readonly Uri _address = new(options.BaseUrl!, FmsRequest.Path);

    public string Address => $"POST {_address}";

    public async Task<Attempt> SendAsync(string body)
    {
        using var content = new SentContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"Basic {options.Credentials!.Parameter(options.Authorization)}"
        );
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        try
        {
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                timeout.Token
            );
            var reply = await ReadAsync(response, timeout.Token);
            var kept = reply.Body.Length > LongestReply ? reply.Body[..LongestReply] : reply.Body;
            return new Attempt(reply.ToOutcome(), reply.Status, kept);
        }
        catch (OperationCanceledException)
        {
            var what = content.Left ? "no answer" : "no connection";
            return WithoutReply(content, $"{what} within {options.Timeout.TotalSeconds:0} s");
        }
        catch (HttpRequestException failure)
        {
            return WithoutReply(content, failure.GetBaseException().Message);
        }
    }

    // What never left this machine cannot have arrived; anything else may have.
    private static Attempt WithoutReply(SentContent content, string what) =>
        new(
            content.Left
                ? new Outcome.Unknown($"sent, but {what}")
                : new Outcome.Transient($"not sent: {what}", RetryAfter: null),
            Status: null,
            Reply: null
        );

    private async Task<Reply> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var whole = true;
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancel), Encoding.UTF8);
            var buffer = new char[LongestReply];
            int read;
            while (text.Length < LongestReadable && (read = await reader.ReadAsync(buffer.AsMemory(), cancel)) > 0)
            {
                text.Append(buffer, 0, read);
            }
        }
        catch (Exception broken)
            when (broken is IOException or HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            whole = false;
        }
        return new Reply((int)response.StatusCode, text.ToString(), whole, RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => TimeSpan.FromTicks(Math.Max(0, (date - clock.GetUtcNow()).Ticks)),
            _ => null,
        };

    /// <summary>A body that knows whether any of it was handed to the connection.</summary>
    private sealed class SentContent : HttpContent
    {
        private readonly byte[] _bytes;

        public SentContent(string body)
        {
            _bytes = Encoding.ASCII.GetBytes(body);
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        public bool Left { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context,
            CancellationToken cancellationToken
        )
        {
            Left = true;
            return stream.WriteAsync(_bytes, cancellationToken).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
