using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>All that was done to map a document: what it became is derived from this, so the two never differ.</summary>
internal sealed record Explanation
{
    /// <summary>Why there are no rows at all, such as a document that cannot be read; null when it came as far as rows.</summary>
    public string? DocumentProblem { get; init; }

    /// <summary>Of each profile that was tried, in order; the last may be the one.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    public string? Profile { get; init; }

    public MappedField? Location { get; init; }

    public Site? Site { get; init; }

    public IReadOnlyList<MappedField> IdentityFields { get; init; } = [];

    /// <summary>Which document it is, whatever its version: a JSON array of profile, location and values.</summary>
    public string? Identity { get; init; }

    public IReadOnlyList<MappedRow> Rows { get; init; } = [];

    public IReadOnlyList<Skip> Skipped { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Everything that keeps it from being mapped.</summary>
    public IReadOnlyList<string> Problems =>
        DocumentProblem is { } problem
            ? [problem]
            : [.. Rows.SelectMany(row => row.Problems).Distinct(StringComparer.Ordinal).Select(Placed)];

    public Mapped ToMapped() =>
        Problems.Count == 0
            ? new Mapped.Rows(
                Profile!,
                Site!.Location,
                Site.TerminalCode,
                [.. Rows.Select(row => row.Row)],
                Mapped.Told(Notes),
                Identity
            )
            : Mapped.Unmapped.Because(Problems);

    private string Placed(string problem) => $"profile {Profile}, site {Site!.Location}, {problem}";

    /// <summary>Whether the document is of a profile's kind, and why or why not.</summary>
    internal sealed record Verdict(string Profile, bool IsIt, string Why);

    /// <summary>An element that is no row, by a condition of the profile.</summary>
    internal sealed record Skip(string Row, string Condition);
}
