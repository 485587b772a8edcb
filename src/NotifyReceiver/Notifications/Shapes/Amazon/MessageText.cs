using System.Text;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>The text that an envelope carries, as the bytes of a body.</summary>
internal static class MessageText
{
    private const char ByteOrderMark = '\uFEFF';
    private const int LongestDeclaration = 200;

    /// <summary>UTF-8. An XML declaration that names another encoding is left out: it was true before the text was put into JSON.</summary>
    public static byte[] ToBytes(string message)
    {
        var text = message.TrimStart(ByteOrderMark);
        var end = text.IndexOf("?>", StringComparison.Ordinal);
        var isDeclared =
            end is >= 0 and < LongestDeclaration
            && text.StartsWith("<?xml ", StringComparison.Ordinal)
            && text[..end].Contains("encoding", StringComparison.Ordinal)
            && !text[..end].Contains("utf-8", StringComparison.OrdinalIgnoreCase);
        return Encoding.UTF8.GetBytes(isDeclared ? text[(end + "?>".Length)..] : text);
    }
}
