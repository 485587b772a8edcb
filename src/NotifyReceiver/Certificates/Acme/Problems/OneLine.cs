using System.Globalization;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>What others wrote, made fit for a line of a log or a terminal.</summary>
internal static class OneLine
{
    private const int Longest = 1000;

    public static string Of(string? text)
    {
        var shown = string.Concat((text ?? "").Select(letter => IsPlain(letter) ? letter : ' '));
        var line = string.Join(' ', shown.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }

    private static bool IsPlain(char letter) =>
        char.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
            );
}
