using System.Text.RegularExpressions;
using NotifyReceiver.Documents.Drafting.Shapes;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>A value as a row would select it.</summary>
/// <param name="Words">Those of its name and, where that says little, of what stands around it.</param>
/// <param name="Context">Those of its name and of what stands around it, whatever the name says.</param>
/// <param name="IsInside">Whether it stands in the row itself.</param>
internal sealed partial record RowLeaf(
    Spot Spot,
    IReadOnlySet<string> Words,
    IReadOnlySet<string> Context,
    string Selector,
    bool IsInside
)
{
    // Names that need another: the number of what, the volume of what.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "amount",
        "at",
        "code",
        "data",
        "date",
        "gross",
        "height",
        "id",
        "name",
        "net",
        "number",
        "temperature",
        "text",
        "time",
        "type",
        "value",
        "volume",
    };

    public string? Example => Spot.Example;

    public bool MayBeNumber => Example is null || NumberForm().IsMatch(Example);

    public bool IsDate => Example is null ? Words.Contains("date") : DateForm().IsMatch(Example);

    public bool IsTime => Example is null ? Words.Contains("time") : TimeForm().IsMatch(Example);

    public bool HasTimeOfDay => Example is not null && DateTimeForm().IsMatch(Example);

    /// <summary>The values in a row, those left out that it may hold several of.</summary>
    public static IEnumerable<RowLeaf> Inside(Spot row) =>
        Single(row)
            .Select(spot =>
            {
                var between = spot == row ? [] : spot.Ancestors.TakeWhile(above => above != row).ToList();
                var naming = spot == row ? between : [.. between, row];
                return Of(spot, naming, between, spot.PathFrom(row), isInside: true);
            });

    /// <summary>The values around a row that count for all of it.</summary>
    public static IEnumerable<RowLeaf> Around(Spot row)
    {
        var (steps, below) = (0, row);
        foreach (var above in row.Ancestors)
        {
            steps++;
            var start = above.Parent is null ? "/*/" : string.Concat(Enumerable.Repeat("../", steps));
            foreach (var spot in Single(above, below).Where(spot => spot.Example is not null))
            {
                var parent = spot.Ancestors.Take(1).Where(it => it.Parent is not null).ToList();
                yield return Of(spot, parent, parent, start + spot.PathFrom(above), isInside: false);
            }
            below = above;
        }
    }

    private static RowLeaf Of(
        Spot spot,
        IReadOnlyList<Spot> naming,
        IReadOnlyList<Spot> between,
        string selector,
        bool isInside
    ) => new(spot, Union(spot, spot.Words.IsSubsetOf(Plain) ? naming : []), Union(spot, between), selector, isInside);

    private static IEnumerable<Spot> Single(Spot spot, Spot? without = null)
    {
        var inner = spot
            .Children.Where(child => child != without && !child.IsRepeated)
            .SelectMany(child => Single(child));
        var hasValue = spot.IsLeaf && (spot.Example is not null || spot.Children.Count == 0);
        return hasValue ? inner.Prepend(spot) : inner;
    }

    private static HashSet<string> Union(Spot spot, IEnumerable<Spot> around) =>
        around.SelectMany(above => above.Words).Concat(spot.Words).ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^[+-]?[0-9.,]*[0-9]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(
        "^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4})(?:[T ,].*)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DateForm();

    [GeneratedRegex("^[0-9]{1,2}:[0-9]{2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeForm();

    [GeneratedRegex(
        "^[0-9./-]+[T ,]+[0-9]{1,2}:[0-9]{2}",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DateTimeForm();
}
