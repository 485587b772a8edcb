using System.Globalization;
using System.Text;

namespace NotifyReceiver.Ationet.Rows;

/// <summary>
/// JSON in ASCII alone. ATIONET's own SDK sends ASCII, and how the host reads other bytes is not known; with <c>\u</c>
/// escapes every reader sees the same text.
/// </summary>
internal static class AsciiJson
{
    private const char LastPrintable = '~';

    /// <summary>Escapes what is not ASCII. In valid JSON such characters stand inside strings alone.</summary>
    public static string Escape(string json)
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
