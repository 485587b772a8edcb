using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping.Tanks;

/// <summary>
/// The room that is left in a tank, where a document does not give it: ATIONET scales its picture of the tank by capacity =
/// volume + ullage + water, so it is made of the numbers as they are sent and the sum holds to the last decimal.
/// </summary>
internal static class Ullage
{
    public const string Field = "Ullage";

    private const int Longest = 10;

    /// <summary>The field, a note why there is none, or neither when there is nothing to compute it from.</summary>
    public static (MappedField? Field, string? Note) Of(Row row, Tank? tank, Site site)
    {
        if (
            row.Kind != RowKind.Inventory
            || row[Field] is not null
            || tank?.Capacity is not { } measured
            || Number(row["Volume"]) is not { } volume
        )
        {
            return (null, null);
        }
        var water = Number(row["WaterVolume"]) ?? 0;
        var capacity = FieldConversion.Round(site.Units.Volume.Convert(measured), FieldConversion.VolumeDecimals);
        var ullage = capacity - volume - water;
        if (ullage < 0)
        {
            return (null, Above(tank, volume, water, capacity));
        }
        var value = WireText.Of(ullage);
        if (value.Length > Longest)
        {
            return (null, $"tank {tank.Id}: the ullage {value} has more than {Longest} characters, so it is not sent");
        }
        var how = $"capacity {WireText.Of(capacity)} − volume {WireText.Of(volume)} − water {WireText.Of(water)}";
        return (new MappedField(Field, How: how, Value: value), null);
    }

    private static string Above(Tank tank, decimal volume, decimal water, decimal capacity)
    {
        var what =
            water == 0
                ? $"volume {WireText.Of(volume)} is"
                : $"volume {WireText.Of(volume)} with water {WireText.Of(water)} is";
        return $"tank {tank.Id}: {what} above its capacity {WireText.Of(capacity)}, so no ullage was computed";
    }

    private static decimal? Number(string? value) =>
        value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);
}
