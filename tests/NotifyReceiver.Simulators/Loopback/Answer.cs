using System.IO.Compression;
using System.Text;

namespace NotifyReceiver.Simulators.Loopback;

/// <summary>What a request is answered, and whether the answer gets there whole.</summary>
internal sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    public const string JsonType = "application/json; charset=utf-8";

    public static readonly Answer Reset = new(0, "", default) { Ending = RequestEnding.Reset };

    public RequestEnding Ending { get; init; } = RequestEnding.Answered;
    public string? Location { get; init; }
    public int? RetryAfterSeconds { get; init; }
    public DateTimeOffset? RetryAt { get; init; }
    public bool Gzip { get; init; }

    public static Answer Text(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public static Answer Json(int status, string body) => Text(status, JsonType, body);

    public async Task SendAsync(HttpContext context)
    {
        if (Ending is RequestEnding.Reset)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        var body = Gzip ? Compressed(Body) : Body;
        response.StatusCode = Status;
        response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            response.ContentType = ContentType;
        }

        if (Gzip)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = $"{seconds}";
        }

        if (RetryAt is { } moment)
        {
            response.Headers.RetryAfter = $"{moment:R}";
        }

        // Fewer bytes than announced: Kestrel sends them and then closes the connection.
        var sent = Ending is RequestEnding.CutShort ? body[..(body.Length / 2)] : body;
        await response.Body.WriteAsync(sent, context.RequestAborted);
    }

    private static byte[] Compressed(ReadOnlyMemory<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body.Span);
        }

        return compressed.ToArray();
    }
}
