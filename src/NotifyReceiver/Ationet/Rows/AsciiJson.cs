using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotifyReceiver.Ationet.Rows;

/// <summary>
/// JSON in ASCII alone. ATIONET's own SDK sends ASCII, and how the host reads other bytes is not known; with <c>\u</c>
/// escapes every reader sees the same text.
/// </summary>
internal static class AsciiJson
{
    private const char LastPrintable = '~';

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            write(writer);
        }
        return Escape(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    // In valid JSON, what is not ASCII stands inside strings alone.
    private static string Escape(string json)
    {
        if (json.All(character => character <= LastPrintable))
        {
            return json;
        }
        var ascii = new StringBuilder(json.Length + 32);
        foreach (var character in json)
        {
            if (character <= LastPrintable)
            {
                ascii.Append(character);
            }
            else
            {
                ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
        }
        return ascii.ToString();
    }
}
