using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Shapes;

namespace NotifyReceiver.Simulators.Ationet.Checking;

/// <summary>The rows of a Trama: the members of the captures, in their order, then those of the specification.</summary>
internal static class RowShapes
{
    private static readonly ObjectShape DeliveryNotes = new(
        new("InvoiceNumber", Presence.Optional, ValueRules.Text(50)),
        new("InvoiceItem", Presence.Optional, ValueRules.Text(50)),
        new("InvoiceDate", Presence.Optional, ValueRules.Date),
        new("PhysicalAmountRemitted", Presence.Optional, ValueRules.Number),
        new("CompensatedAmountRemitted", Presence.Optional, ValueRules.Number),
        new("RealTemperature", Presence.Optional, ValueRules.Number),
        new("ReferenceTemperature", Presence.Optional, ValueRules.Number),
        new("Density", Presence.Optional, ValueRules.Number)
    );

    private static readonly ObjectShape DeliveryGps = new(
        new("LatitudeStart", Presence.Required, ValueRules.Number),
        new("LongitudeStart", Presence.Required, ValueRules.Number),
        new("AltitudeStart", Presence.Required, ValueRules.Number),
        new("StartingGPSDate", Presence.Required, ValueRules.Date),
        new("LatitudeEnd", Presence.Required, ValueRules.Number),
        new("LongitudeEnd", Presence.Required, ValueRules.Number),
        new("AltitudeEnd", Presence.Required, ValueRules.Number),
        new("EndingGPSDate", Presence.Required, ValueRules.Date)
    );

    public static readonly ObjectShape Delivery = new(
        new("TankNumber", Presence.Required, ValueRules.FilledText(50)),
        new("ProductCode", Presence.Required, ValueRules.FilledText(50)),
        new("CreatedDateTime", Presence.Required, ValueRules.Date),
        new("StartingDateTime", Presence.Nullable, ValueRules.Date),
        new("EndingDateTime", Presence.Nullable, ValueRules.Date),
        new("StartingVolume", Presence.Nullable, ValueRules.Number),
        new("StartingVolumeTC", Presence.Nullable, ValueRules.Number),
        new("StartingWaterVolume", Presence.Nullable, ValueRules.Number),
        new("StartingTemperature", Presence.Nullable, ValueRules.Number),
        new("EndingVolume", Presence.Nullable, ValueRules.Number),
        new("EndingVolumeTC", Presence.Nullable, ValueRules.Number),
        new("EndingWaterVolume", Presence.Nullable, ValueRules.Number),
        new("EndingTemperature", Presence.Nullable, ValueRules.Number),
        new("StartingFuelHeight", Presence.Nullable, ValueRules.Number),
        new("EndingFuelHeight", Presence.Nullable, ValueRules.Number),
        new("TotalVolume", Presence.Required, ValueRules.Number),
        new("TotalVolumeTC", Presence.Nullable, ValueRules.Number),
        new("InvoiceNumber", Presence.Nullable, ValueRules.Text(50)),
        new("Comments", Presence.Nullable, ValueRules.Text(350)),
        new("DeliveryNotesData", Presence.WhenSet, CheckDeliveryNotes),
        new("GPSData", Presence.WhenSet, DeliveryGps.Check)
    );

    public static readonly ObjectShape Inventory = new(
        new("TankNumber", Presence.Required, ValueRules.FilledText(50)),
        new("ProductCode", Presence.Required, ValueRules.FilledText(50)),
        new("DateTime", Presence.Required, ValueRules.Date),
        new("Volume", Presence.Nullable, ValueRules.Number),
        new("VolumeTC", Presence.Nullable, ValueRules.Number),
        new("Ullage", Presence.Nullable, ValueRules.Number),
        new("WaterVolume", Presence.Nullable, ValueRules.Number),
        new("FuelHeight", Presence.Nullable, ValueRules.Number),
        new("Temperature", Presence.Nullable, ValueRules.Number),
        new("WaterHeight", Presence.Nullable, ValueRules.Number),
        new("Latitude", Presence.WhenSet, ValueRules.Number),
        new("Longitude", Presence.WhenSet, ValueRules.Number),
        new("Altitude", Presence.WhenSet, ValueRules.Number),
        new("Date", Presence.WhenSet, ValueRules.Date)
    );

    private static void CheckDeliveryNotes(JsonElement value, string field, Problems problems)
    {
        DeliveryNotes.Check(value, field, problems);
        if (
            value.ValueKind is JsonValueKind.Object
            && value.EnumerateObject().All(member => member.Value.ValueKind is JsonValueKind.Null)
        )
        {
            problems.Add(field, "has nothing in it: leave it out");
        }
    }
}
