using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>
/// Reads one row of a list by the members that the Interface API documents for 981 and 982. What is absent or cannot be read is
/// null; nothing is guessed.
/// </summary>
internal static class RowReading
{
    private const NumberStyles PlainNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static DownloadedRow Read(RowKind kind, JsonElement row)
    {
        var isDelivery = kind == RowKind.Delivery;
        return new DownloadedRow(
            kind,
            Text(row, isDelivery ? "DeliveryId" : "InventoryId"),
            Text(row, "TerminalCode"),
            Text(row, "SiteCode"),
            Text(row, "TankNumber"),
            Text(row, "ProductCode"),
            Text(row, "FuelMasterCode"),
            DownloadedTime.Of(Text(row, isDelivery ? "CreatedDateTime" : "DateTime")),
            Number(Text(row, isDelivery ? "TotalVolume" : "Volume")),
            Text(row, "InvoiceNumber") ?? Text(Member(row, FieldTable.DeliveryNotes), "InvoiceNumber"),
            row.GetRawText()
        );
    }

    /// <summary>A text without the spaces around it, by which ATIONET's fixed columns differ; or a number as it is written.</summary>
    private static string? Text(JsonElement row, string name)
    {
        var value = Member(row, name);
        try
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            return text is "" ? null : text;
        }
        // Half a character.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Never by way of a double, which would change the digits.
    private static decimal? Number(string? text) =>
        decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out var number) ? number : null;

    // As it is documented, or else in other upper and lower case.
    private static JsonElement Member(JsonElement row, string name)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return default;
        }
        return row.TryGetProperty(name, out var value)
            ? value
            : row.EnumerateObject()
                .FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Value;
    }
}
