using System.Buffers;
using System.Text.Json;
using NotifyReceiver.Listening;

namespace NotifyReceiver.Receiving;

/// <summary>What the headers of a call tell: the sender's id, the kind of body, and what is kept of them.</summary>
internal static class CallHeaders
{
    public const string IdHeader = "X-Notification-Id";

    private const string Redacted = "[redacted]";
    private const int InitialBytes = 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _json;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    // Ours, Standard Webhooks, Amazon SNS, the IETF's draft, CloudEvents: whichever comes first.
    private static readonly string[] IdHeaders =
    [
        IdHeader,
        "Webhook-Id",
        "X-Amz-Sns-Message-Id",
        "Idempotency-Key",
        "Ce-Id",
    ];

    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        CallerAuthentication.KeyHeader,
        "Authorization",
        "Proxy-Authorization",
        "Cookie",
    };

    // SNS sends JSON as text/plain, and a sender may not say at all; what it really is, its first character tells later.
    private static readonly string[] Supported =
    [
        "application/xml",
        "text/xml",
        "application/json",
        "text/json",
        "text/plain",
        "application/octet-stream",
    ];

    public static string? SenderId(IHeaderDictionary headers)
    {
        foreach (var name in IdHeaders)
        {
            if (headers.TryGetValue(name, out var values) && values.ToString().Trim() is { Length: > 0 } id)
            {
                return id;
            }
        }
        return null;
    }

    /// <summary>What makes the body one that no document comes as; null when it may be read.</summary>
    public static Problem? Objection(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        if (encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return ReceivingProblems.UnsupportedEncoding(encoding);
        }
        return IsSupported(request.ContentType) ? null : ReceivingProblems.UnsupportedType(request.ContentType!);
    }

    private static bool IsSupported(string? contentType)
    {
        if (string.IsNullOrWhiteSpace(contentType))
        {
            return true;
        }
        if (Supported.Contains(contentType, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }
        var type = contentType.Split(';')[0].Trim();
        return Supported.Contains(type, StringComparer.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All of them, in order, as a JSON array of name and value; the values of those that carry credentials are replaced.</summary>
    public static byte[] ToKeep(IHeaderDictionary headers)
    {
        var json = _json ??= new ArrayBufferWriter<byte>(InitialBytes);
        json.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(json);
        writer.Reset();
        writer.WriteStartArray();
        foreach (var header in headers)
        {
            foreach (var value in header.Value)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(header.Key);
                writer.WriteStringValue(Secret.Contains(header.Key) ? Redacted : value ?? "");
                writer.WriteEndArray();
            }
        }
        writer.WriteEndArray();
        writer.Flush();
        return json.WrittenSpan.ToArray();
    }
}
