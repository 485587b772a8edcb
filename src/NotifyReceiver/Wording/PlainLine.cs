namespace NotifyReceiver.Wording;

/// <summary>
/// What a document says, fit for a log and a terminal: one line, no control characters, not endless. Values come from outside and
/// stand in the reasons that people read.
/// </summary>
internal static class PlainLine
{
    private const int Longest = 400;
    private const int LongestQuoted = 200;

    public static string Of(string text) => Cut(text, Longest);

    /// <summary>One value within a line, in quotes, and short enough that what is said after it is still read.</summary>
    public static string Quote(string value) => $"'{Cut(value, LongestQuoted)}'";

    private static string Cut(string text, int longest)
    {
        var line = new string([.. text.Take(longest).Select(character => char.IsControl(character) ? ' ' : character)]);
        return text.Length > longest ? line + "…" : line;
    }
}
