namespace NotifyReceiver.Documents.Profiles;

/// <summary>A pattern of a path: <c>*</c> is any run of characters, also over '/', and <c>?</c> any one; case does not count.</summary>
internal sealed record Glob(string Pattern)
{
    // Greedy with one place to return to, so that no pattern takes longer than pattern times text.
    public bool Matches(string text)
    {
        var (at, pattern, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (pattern < Pattern.Length && Pattern[pattern] == '*')
            {
                (star, resume) = (pattern++, at);
            }
            else if (pattern < Pattern.Length && IsSame(Pattern[pattern], text[at]))
            {
                (pattern, at) = (pattern + 1, at + 1);
            }
            else if (star >= 0)
            {
                (pattern, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }
        return Pattern[pattern..].All(rest => rest == '*');
    }

    private static bool IsSame(char pattern, char character) =>
        pattern == '?' || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(character);
}
