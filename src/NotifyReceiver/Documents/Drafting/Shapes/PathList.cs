using System.Globalization;

namespace NotifyReceiver.Documents.Drafting.Shapes;

/// <summary>The paths of a document as a table: path, times, first value.</summary>
internal static class PathList
{
    private const int WidestPath = 80;
    private const int LongestValue = 60;

    public static IReadOnlyList<string> Of(DocumentShape shape)
    {
        var rows = shape
            .All.Where(spot => spot != shape.Root || spot.IsLeaf)
            .Select(spot => (Path: spot.PathFrom(shape.Root), Times: Times(spot), Value: Cut(spot.Example ?? "")))
            .ToList();
        var path = Math.Min(WidestPath, rows.Select(row => row.Path.Length).DefaultIfEmpty().Max());
        var times = rows.Select(row => row.Times.Length).DefaultIfEmpty().Max();
        return [.. rows.Select(row => $"{row.Path.PadRight(path)}{row.Times.PadRight(times)}  {row.Value}".TrimEnd())];
    }

    private static string Times(Spot spot) =>
        spot.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {spot.Count}x");

    private static string Cut(string value)
    {
        if (value.Length <= LongestValue)
        {
            return value;
        }
        var length = char.IsHighSurrogate(value[LongestValue - 1]) ? LongestValue - 1 : LongestValue;
        return value[..length] + "…";
    }
}
