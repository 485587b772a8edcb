using System.Buffers.Text;

namespace NotifyReceiver.Simulators.Acme.Wire;

/// <summary>base64url without padding, and nothing else (RFC 8555 section 6.1).</summary>
internal static class Base64
{
    public static byte[] Decode(string text, string what)
    {
        var isStrict = text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        return isStrict && Base64Url.IsValid(text)
            ? Base64Url.DecodeFromChars(text)
            : throw RefusalException.Violation($"{what} is no base64url without padding");
    }
}
