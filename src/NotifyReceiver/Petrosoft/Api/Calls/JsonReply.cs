using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Petrosoft.Api.Calls;

/// <summary>The JSON of a reply, or why it is none.</summary>
internal static class JsonReply
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static (JsonElement? Root, string? Problem) Parse(byte[] body)
    {
        var start = body.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            using var json = JsonDocument.Parse(body.AsMemory(start), Options);
            return (json.RootElement.Clone(), null);
        }
        catch (JsonException broken)
        {
            return (null, $"its JSON is broken: {JsonMistake.Of(broken)}");
        }
        catch (InvalidOperationException broken)
        {
            return (null, $"its JSON is broken: {broken.Message}");
        }
    }

    /// <summary>The member's text; null when it is absent, no text, empty, or holds half a character.</summary>
    public static string? Text(this JsonElement json, string member) => json.Member(member)?.Text();

    public static string? Text(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}
