using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Drafting.Shapes;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Which elements each become a row, and of what kind.</summary>
/// <param name="Score">How much in it looks like a tank, a product and volumes; below <see cref="Likely"/>, hardly anything.</param>
internal sealed record RowGuess(Spot Row, RowKind Kind, int Score)
{
    /// <summary>A tank, a product or a volume at least.</summary>
    public const int Likely = 3;

    // Without a volume it is no row, whatever else stands in it.
    private static readonly Dictionary<string, int> Weights = new(StringComparer.Ordinal)
    {
        ["TankNumber"] = Likely,
        ["ProductCode"] = Likely,
        ["TotalVolume"] = (2 * Likely) + 1,
        ["Volume"] = (2 * Likely) + 1,
    };

    /// <summary>The most promising first.</summary>
    public static IReadOnlyList<RowGuess> All(DocumentShape shape) =>
        [
            .. shape
                .All.Where(spot => !spot.IsAttribute)
                .Select(spot => Of(shape, spot))
                .OrderByDescending(guess => guess.Score)
                .ThenByDescending(guess => guess.Row.IsRepeated)
                .ThenByDescending(guess => guess.Row.Children.Count > 0)
                .ThenByDescending(guess => guess.Row.Depth),
        ];

    public string Select(DocumentShape shape) => Row.PathFrom(shape.Root);

    private static RowGuess Of(DocumentShape shape, Spot spot)
    {
        var kind = KindGuess.Of(shape, spot);
        // An element that is empty may as well be a list of nothing.
        var fields = MeasureGuess.Of(kind, RowLeaf.Inside(spot).Where(leaf => leaf.Example is not null));
        var score = fields.Keys.Sum(field => Weights.GetValueOrDefault(field, 1));
        return new RowGuess(spot, kind, score > 0 && spot.IsRepeated ? score + 1 : score);
    }
}
