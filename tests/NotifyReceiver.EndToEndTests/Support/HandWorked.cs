using System.Text.Json;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>The rows that the samples become, worked by hand: US gallon 3.785411784 l, °F to °C, inch 25.4 mm.</summary>
internal static class HandWorked
{
    public static readonly IReadOnlyList<JsonElement> FuelInvoice =
    [
        Delivery("01", "001", "15898.729", "15850.655"),
        Delivery("02", "019", "9463.529", "9441.196"),
    ];

    public static readonly IReadOnlyList<JsonElement> TankReadings =
    [
        JsonElement.Parse(
            """
            {
              "TankNumber": "01", "ProductCode": "001", "DateTime": "2026/01/15 21:58:30",
              "Volume": 23084.955, "VolumeTC": 23052.779, "Ullage": 14769.163, "WaterVolume": 45.425,
              "FuelHeight": 1809.75, "Temperature": 14.5, "WaterHeight": 12.7
            }
            """
        ),
        JsonElement.Parse(
            """
            {
              "TankNumber": "02", "ProductCode": "019", "DateTime": "2026/01/15 21:58:30",
              "Volume": 12512.679, "VolumeTC": 12496.401, "Ullage": 17770.616, "WaterVolume": 0,
              "FuelHeight": 1117.6, "Temperature": 14.11, "WaterHeight": 0
            }
            """
        ),
    ];

    public static readonly IReadOnlyList<JsonElement> TankProductMovement =
    [
        JsonElement.Parse(
            """
            {
              "TankNumber": "01", "ProductCode": "001", "DateTime": "2026/01/15 21:58:30",
              "Volume": 23084.955, "VolumeTC": null, "Ullage": 14769.163, "WaterVolume": 45.425,
              "FuelHeight": null, "Temperature": 14.5, "WaterHeight": null
            }
            """
        ),
        JsonElement.Parse(
            """
            {
              "TankNumber": "02", "ProductCode": "019", "DateTime": "2026/01/15 21:58:30",
              "Volume": 12512.679, "VolumeTC": null, "Ullage": 17770.616, "WaterVolume": 0,
              "FuelHeight": null, "Temperature": 14.11, "WaterHeight": null
            }
            """
        ),
    ];

    /// <summary>Compares what the JSON means: neither the order of members nor zeros at a number's end count.</summary>
    public static void AssertSame(IEnumerable<JsonElement> expected, IEnumerable<JsonElement> actual) =>
        Assert.Equal(expected, actual, JsonElement.DeepEquals);

    private static JsonElement Delivery(string tank, string product, string gross, string net) =>
        JsonElement.Parse(
            $$"""
            {
              "TankNumber": "{{tank}}", "ProductCode": "{{product}}", "CreatedDateTime": "2026/01/15 04:31:00",
              "StartingDateTime": null, "EndingDateTime": null,
              "StartingVolume": null, "StartingVolumeTC": null, "StartingWaterVolume": null, "StartingTemperature": null,
              "EndingVolume": null, "EndingVolumeTC": null, "EndingWaterVolume": null, "EndingTemperature": null,
              "StartingFuelHeight": null, "EndingFuelHeight": null,
              "TotalVolume": {{gross}}, "TotalVolumeTC": {{net}},
              "InvoiceNumber": "INV-20260115-77", "Comments": "Northern Fuel Terminals, BOL-88213A",
              "DeliveryNotesData": { "InvoiceNumber": "INV-20260115-77", "InvoiceDate": "2026/01/15 00:00:00" }
            }
            """
        );
}
