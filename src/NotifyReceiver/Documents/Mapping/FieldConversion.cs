using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>From the text of a document to the text on the wire, by what the field holds and the site's units and zone.</summary>
internal static class FieldConversion
{
    private const int VolumeDecimals = 3;
    private const int OtherDecimals = 2;
    private const int MostCoordinateDecimals = 6;
    private const decimal LargestReadable = 1_000_000_000_000_000m;

    /// <summary>The value, or why there is none.</summary>
    public static (string? Value, string? Problem) Convert(Field field, string raw, Site site) =>
        field.Type switch
        {
            FieldType.Text => (raw, null),
            FieldType.DateTime => WallClock.Read(raw, site.TimeZone) is { } time
                ? (WireText.Of(time), null)
                : (null, $"'{raw}' is not a date-time like 2026-01-15T04:31:00"),
            _ => ReadNumber(raw) is { } number
                ? (WireText.Of(ConvertNumber(field, number, site)), null)
                : (null, $"'{raw}' is not a number like 4200.5"),
        };

    private static decimal ConvertNumber(Field field, decimal number, Site site) =>
        field.Type switch
        {
            FieldType.Volume => Round(site.Units.Volume.Convert(number), VolumeDecimals),
            FieldType.Temperature => Round(site.Units.Temperature.Convert(number), OtherDecimals),
            FieldType.Height => Round(site.Units.Height.Convert(number), OtherDecimals),
            FieldType.Coordinate => FitCoordinate(number, field.Size),
            _ => Round(number, OtherDecimals),
        };

    private static decimal? ReadNumber(string raw) =>
        decimal.TryParse(
            raw,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) < LargestReadable
            ? number
            : null;

    private static decimal Round(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.ToEven);

    // -123.456789 has eleven characters where ten fit: the last decimal is worth a decimetre.
    private static decimal FitCoordinate(decimal value, int size)
    {
        var decimals = MostCoordinateDecimals;
        while (decimals > 0 && WireText.Of(Round(value, decimals)).Length > size)
        {
            decimals--;
        }
        return Round(value, decimals);
    }
}
