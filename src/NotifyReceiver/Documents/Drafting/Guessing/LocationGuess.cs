using NotifyReceiver.Documents.Drafting.Shapes;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Where Petrosoft's location id stands.</summary>
internal static class LocationGuess
{
    /// <summary>Selectors from the root, the surest first.</summary>
    public static IReadOnlyList<string> All(DocumentShape shape) =>
        [
            .. shape
                .All.Where(spot => spot.IsLeaf && !(spot.Example is null && spot.Children.Count > 0))
                .Select(spot => (Spot: spot, Rank: RankOf(spot)))
                .Where(it => it.Rank is not null)
                .OrderBy(it => it.Spot.Ancestors.Prepend(it.Spot).Any(spot => spot.IsRepeated))
                .ThenBy(it => it.Rank)
                .ThenBy(it => it.Spot.Depth)
                .Select(it => it.Spot.PathFrom(shape.Root))
                .Where(path => Selector.Parse(path).Problem is null),
        ];

    // <Store><ID>, where the root's own name says nothing about what stands right under it.
    private static int? RankOf(Spot spot)
    {
        var words = spot
            .Ancestors.Take(1)
            .Where(above => above.Parent is not null)
            .SelectMany(above => above.Words)
            .Concat(spot.Words)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Signs.Location.RankOf(words, words);
    }
}
