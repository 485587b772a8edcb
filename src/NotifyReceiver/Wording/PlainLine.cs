namespace NotifyReceiver.Wording;

/// <summary>
/// What a document says, fit for a log and a terminal: one line, no control characters, not endless. Values come from outside and
/// stand in the reasons that people read.
/// </summary>
internal static class PlainLine
{
    private const int Longest = 400;

    public static string Of(string text)
    {
        var line = new string([.. text.Take(Longest).Select(character => char.IsControl(character) ? ' ' : character)]);
        return text.Length > Longest ? line + "…" : line;
    }
}
