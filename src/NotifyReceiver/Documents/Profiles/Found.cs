using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>What a rule found in a document: a text, nothing, or several that differ, of which none may be taken.</summary>
internal sealed record Found
{
    private const int DateLength = 10;
    private const int MostShown = 20;

    public static readonly Found Nothing = new();

    private Found() { }

    public string? Text { get; private init; }

    public string? Problem { get; private init; }

    /// <summary>The date, the time and its offset, where they stand apart in the document.</summary>
    public (string Date, string? Time, string? Offset)? Apart { get; private init; }

    /// <summary>As the document has it, before anything was done to it.</summary>
    public string? Raw { get; private init; }

    /// <summary>What was done to the text, in words; null when nothing was.</summary>
    public string? How { get; private init; }

    /// <summary>The rule that found it, in the profile's own words.</summary>
    public string? Source { get; private init; }

    /// <summary>How the number or time in it is written.</summary>
    public Notation Notation { get; private init; } = Notation.Plain;

    /// <summary>What a change of the text looks at: the date, where it stands apart from its time.</summary>
    public string? Changeable => Apart?.Date ?? Text;

    public bool IsNothing => Text is null && Problem is null;

    public static Found Of(string text) => new() { Text = text, Raw = text };

    public static Found Unclear(string problem) => new() { Problem = problem };

    public static Found TimeOf(string date, string? time, string? offset)
    {
        // Dates are seen as 2026-01-15, 2026-01-15T and 2026-01-15T00:00:00-05:00.
        var day = date.Length > DateLength && date[DateLength] == 'T' ? date[..DateLength] : date;
        return Of($"{day}T{time ?? "00:00:00"}{offset}") with { Apart = (date, time, offset) };
    }

    public static Found SumOf(IReadOnlyList<string> addends, string sum) =>
        Of(sum) with
        {
            Raw = string.Join(" + ", addends.Take(MostShown)) + (addends.Count > MostShown ? " + …" : ""),
            How = addends.Count == 1 ? null : "added up",
        };

    /// <summary>A text that stands in for what was not found.</summary>
    public Found Defaulted(string text, FieldRule rule) =>
        (Of(text) with { Raw = Raw }).By(rule) with
        {
            How = How is null ? "the default" : $"{How}, the default",
        };

    public Found By(FieldRule rule) => this with { Source = rule.Source, Notation = rule.Notation };

    /// <summary>Another text in its place, or another date beside the same time; a blank one is nothing.</summary>
    public Found Become(string text, string how)
    {
        var trimmed = text.Trim();
        var told = How is null ? how : $"{How}, {how}";
        if (trimmed.Length == 0)
        {
            return this with { Text = null, Apart = null, How = told };
        }
        return Apart is var (_, time, offset)
            ? TimeOf(trimmed, time, offset) with
            {
                Raw = Raw,
                How = told,
                Source = Source,
                Notation = Notation,
            }
            : this with
            {
                Text = trimmed,
                How = told,
            };
    }
}
