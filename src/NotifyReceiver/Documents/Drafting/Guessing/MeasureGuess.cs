using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Where a row's tank, product and measures stand, by their names.</summary>
internal static class MeasureGuess
{
    /// <summary>By the field's name; a value serves one field alone.</summary>
    public static IReadOnlyDictionary<string, RowLeaf> Of(RowKind kind, IEnumerable<RowLeaf> values)
    {
        var left = values.ToList();
        var found = new Dictionary<string, RowLeaf>(StringComparer.Ordinal);
        foreach (var sign in Signs.Of(kind))
        {
            var isNumber = FieldTable.Of(kind).Single(field => field.Name == sign.Field).IsNumber;
            if (Surest(sign, left.Where(leaf => leaf.MayBeNumber || !isNumber)) is { } leaf)
            {
                found[sign.Field] = leaf;
                left.Remove(leaf);
            }
        }
        return found;
    }

    public static RowLeaf? Surest(Sign sign, IEnumerable<RowLeaf> values) =>
        values
            .Select(leaf => (Leaf: leaf, Rank: sign.RankOf(leaf.Words, leaf.Context)))
            .Where(it => it.Rank is not null)
            .OrderBy(it => it.Rank)
            .FirstOrDefault()
            .Leaf;
}
