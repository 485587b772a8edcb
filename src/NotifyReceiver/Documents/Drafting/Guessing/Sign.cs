namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>By which words in a name a field of ATIONET's is known.</summary>
/// <param name="meant">Alternatives, the surest first, split by commas; all the words of one must be there.</param>
/// <param name="other">Words that tell of something else.</param>
internal sealed class Sign(string field, string meant, string other)
{
    private readonly string[][] _meant = [.. meant.Split(',').Select(WordsOf)];
    private readonly string[] _other = WordsOf(other);

    public string Field { get; } = field;

    /// <param name="context">The words around, too, may tell of something else.</param>
    /// <returns>0 for the surest; null when the words tell of something else.</returns>
    public int? RankOf(IReadOnlySet<string> words, IReadOnlySet<string> context)
    {
        if (words.Overlaps(_other) || context.Overlaps(_other))
        {
            return null;
        }
        var rank = Array.FindIndex(_meant, words.IsSupersetOf);
        return rank < 0 ? null : rank;
    }

    private static string[] WordsOf(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
