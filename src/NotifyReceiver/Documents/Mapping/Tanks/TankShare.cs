using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping.Tanks;

/// <summary>A tank and its part of a line's volumes.</summary>
/// <param name="From">The part of the whole that lies before it, 0 to 1.</param>
/// <param name="To">The part of the whole up to its end, 0 to 1.</param>
internal sealed record TankShare(Tank Tank, decimal From, decimal To)
{
    public static TankShare Whole(Tank tank) => new(tank, 0, 1);

    /// <summary>Shares in the proportion of their weights, of which at least one is above zero and none below.</summary>
    public static IReadOnlyList<TankShare> Of(IReadOnlyList<(Tank Tank, decimal Weight)> weights)
    {
        var all = weights.Sum(it => it.Weight);
        var shares = new List<TankShare>();
        var before = 0m;
        foreach (var (tank, weight) in weights.Where(it => it.Weight > 0))
        {
            shares.Add(new TankShare(tank, before / all, (before + weight) / all));
            before += weight;
        }
        return shares;
    }

    /// <summary>Its part of a volume that is rounded already: rounded at both ends, so that all parts add up to the whole.</summary>
    public string Of(string volume)
    {
        var whole = decimal.Parse(volume, CultureInfo.InvariantCulture);
        return WireText.Of(Rounded(whole * To) - Rounded(whole * From));
    }

    private static decimal Rounded(decimal value) => FieldConversion.Round(value, FieldConversion.VolumeDecimals);
}
