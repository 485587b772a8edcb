using System.Text.Json;
using System.Text.Json.Nodes;
using NotifyReceiver.Simulators.Ationet.Checking;
using NotifyReceiver.Simulators.Control;

namespace NotifyReceiver.Simulators.Ationet.Answering;

/// <summary>Writes inserted rows the way the Interface API returns them: more members than were inserted, no Comments.</summary>
internal sealed class DownloadRows(AtionetOptions options)
{
    private static readonly string[] DeliveryMembers =
    [
        "ProductCode",
        "TankNumber",
        "CreatedDateTime",
        "StartingDateTime",
        "EndingDateTime",
        "StartingVolume",
        "StartingVolumeTC",
        "StartingWaterVolume",
        "StartingTemperature",
        "StartingFuelHeight",
        "EndingVolume",
        "EndingVolumeTC",
        "EndingWaterVolume",
        "EndingTemperature",
        "EndingFuelHeight",
        "TotalVolume",
        "TotalVolumeTC",
        "InvoiceNumber",
        "DeliveryNotesData",
        "GPSData",
    ];

    private static readonly string[] InventoryMembers =
    [
        "ProductCode",
        "TankNumber",
        "DateTime",
        "Volume",
        "VolumeTC",
        "Ullage",
        "WaterVolume",
        "Temperature",
        "FuelHeight",
        "WaterHeight",
        "GPSDateTime",
        "Longitude",
        "Latitude",
        "Altitude",
    ];

    public string Write(DownloadRequest request, IEnumerable<InsertedRow> rows)
    {
        var found =
            request.SiteCode.Length == 0 || request.SiteCode == options.SiteCode ? rows.Where(request.Covers) : [];
        return new JsonArray([.. found.Select(Write)]).ToJsonString(Json.Strict);
    }

    private JsonObject Write(InsertedRow row)
    {
        var isDelivery = row.Kind is InsertKind.Delivery;
        var written = new JsonObject
        {
            [isDelivery ? "DeliveryId" : "InventoryId"] = row.Id.ToString(),
            ["MerchantName"] = "Simulated merchant",
            ["SiteCode"] = options.SiteCode,
            ["SiteShortName"] = "Simulated site",
            ["TerminalCode"] = row.Terminal,
            ["TerminalDescription"] = "Simulated terminal",
            ["FuelMasterCode"] = row.Product,
            ["FuelMasterDescription"] = "Simulated fuel",
        };
        foreach (var member in isDelivery ? DeliveryMembers : InventoryMembers)
        {
            written[member] = Value(row.Row, member == "GPSDateTime" ? "Date" : member);
        }

        return written;
    }

    private static JsonNode? Value(JsonElement row, string member) =>
        row.TryGetProperty(member, out var value) ? JsonNode.Parse(value.GetRawText()) : null;
}
