using System.Text.Json;
using System.Text.Unicode;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>Reads a list of rows, or tells why it is none. A row that cannot be understood stays in it, with nulls.</summary>
internal static class ListReading
{
    // A name that stands there twice leaves open which one counts.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>The rows; or null, and what is wrong with the answer, as in "is broken JSON".</returns>
    public static (IReadOnlyList<DownloadedRow>? Rows, string? Problem) Read(RowKind kind, byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            return (null, "is not UTF-8");
        }
        var start = body.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            using var json = JsonDocument.Parse(body.AsMemory(start), Options);
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? ([.. json.RootElement.EnumerateArray().Select(row => RowReading.Read(kind, row))], null)
                : (null, $"is JSON, but not an array: {json.RootElement.ValueKind}");
        }
        catch (JsonException broken)
        {
            return (null, $"is broken JSON: {PlainLine.Of(JsonMistake.Of(broken))}");
        }
        // A member's name holds half a character.
        catch (InvalidOperationException broken)
        {
            return (null, $"is broken JSON: {broken.Message}");
        }
    }
}
