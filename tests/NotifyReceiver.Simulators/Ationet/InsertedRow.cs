using System.Globalization;
using System.Text.Json;

namespace NotifyReceiver.Simulators.Ationet;

/// <summary>One row as it was inserted.</summary>
public sealed record InsertedRow(InsertKind Kind, string Terminal, JsonElement Row, DateTimeOffset ReceivedAt, Guid Id)
{
    public string Tank => Text("TankNumber")!;

    public string Product => Text("ProductCode")!;

    /// <summary>CreatedDateTime of a delivery, DateTime of an inventory, as written.</summary>
    public string DateTime => Text(Kind is InsertKind.Delivery ? "CreatedDateTime" : "DateTime")!;

    /// <summary>TotalVolume of a delivery, Volume of an inventory.</summary>
    public decimal? Volume => Number(Kind is InsertKind.Delivery ? "TotalVolume" : "Volume");

    public string? InvoiceNumber => Text("InvoiceNumber");

    /// <summary>A text of the row, null when it is null or not there.</summary>
    public string? Text(string member) =>
        Row.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number of the row, null when it is null or not there.</summary>
    public decimal? Number(string member) =>
        Row.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.Number
            ? decimal.Parse(value.GetRawText(), NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;

    public override string ToString() => $"{Kind} {Terminal} {Row.GetRawText()}";
}
