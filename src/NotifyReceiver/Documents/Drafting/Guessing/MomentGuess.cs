using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Where it stands when something happened: one value, or a date and a time apart.</summary>
/// <param name="Rule">As it stands in a profile.</param>
/// <param name="Rank">The higher, the more it is what a row of the kind asks for.</param>
internal sealed record MomentGuess(RowLeaf Date, string Rule, int Rank)
{
    // A date of which nothing more is said, and one of which something is said that is not known here.
    private const int Unsaid = 7;
    private const int Strange = 1;

    private static readonly string[] Plain = ["date", "time", "at"];

    private static readonly Dictionary<string, int> OfDelivery = new(StringComparer.OrdinalIgnoreCase)
    {
        ["delivery"] = 12,
        ["end"] = 10,
        ["bol"] = 8,
        ["load"] = 8,
        ["invoice"] = 6,
        ["business"] = 4,
        ["start"] = 4,
        ["issue"] = 0,
    };

    private static readonly Dictionary<string, int> OfInventory = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reading"] = 12,
        ["stick"] = 12,
        ["inventory"] = 12,
        ["end"] = 10,
        ["business"] = 4,
        ["start"] = 2,
        ["issue"] = 0,
    };

    /// <summary>The best first.</summary>
    public static IReadOnlyList<MomentGuess> All(RowKind kind, IReadOnlyList<RowLeaf> values) =>
        [
            .. values
                .Where(leaf => leaf.IsDate)
                .Select(date => Of(kind, date, values))
                .OrderByDescending(moment => moment.Rank),
        ];

    private static MomentGuess Of(RowKind kind, RowLeaf date, IReadOnlyList<RowLeaf> values)
    {
        var time = values.FirstOrDefault(leaf => leaf.IsTime && leaf.Spot != date.Spot && IsOfTheSame(date, leaf));
        var rule = date.HasTimeOfDay
            ? RuleText.Selector(date.Selector)
            : RuleText.DateAndTime(date.Selector, time?.Selector);
        var rank = RankOf(kind, date.Words);
        return new MomentGuess(date, rule, rank + (date.HasTimeOfDay || time is not null ? 1 : 0));
    }

    // DeliveredDate and DeliveredTime side by side, and not IssueTime.
    private static bool IsOfTheSame(RowLeaf date, RowLeaf time) =>
        date.Spot.Parent == time.Spot.Parent
        && date.Spot.Words.Except(Plain, StringComparer.OrdinalIgnoreCase)
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
            .SetEquals(time.Spot.Words.Except(Plain, StringComparer.OrdinalIgnoreCase));

    private static int RankOf(RowKind kind, IReadOnlySet<string> words)
    {
        var ranks = kind == RowKind.Delivery ? OfDelivery : OfInventory;
        var known = words.Where(ranks.ContainsKey).Select(word => ranks[word]).ToList();
        if (known.Count > 0)
        {
            return known.Max();
        }
        return words.IsSubsetOf(Plain) ? Unsaid : Strange;
    }
}
