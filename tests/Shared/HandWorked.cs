using System.Text.Json;

namespace NotifyReceiver.Tests.Shared;

/// <summary>
/// The rows that the sample documents become at the station of the samples, worked by hand: a US gallon is 3.785411784 l, an
/// inch 25.4 mm, and °C are (°F − 32) × 5 / 9; volumes have 3 decimals, the rest 2, rounded half to even.
/// </summary>
internal static class HandWorked
{
    /// <summary>
    /// 4200.0 gal × 3.785411784 = 15898.7294928; 4187.3 × 3.785411784 = 15850.65476…; 2500.0 × 3.785411784 = 9463.52946;
    /// 2494.1 × 3.785411784 = 9441.1955304….
    /// </summary>
    public static readonly IReadOnlyList<JsonElement> FuelInvoice =
    [
        Delivery("01", "001", "15898.729", "15850.655"),
        Delivery("02", "019", "9463.529", "9441.196"),
    ];

    /// <summary>
    /// Tank 1: 6098.4 gal = 23084.9552…, 6089.9 = 23052.7792…, 3901.6 = 14769.1626…, 12.0 = 45.42494…; 71.25 in × 25.4 = 1809.75;
    /// (58.1 − 32) × 5 / 9 = 14.5; 0.5 in = 12.7. Tank 2: 3305.5 gal = 12512.6786…, 3301.2 = 12496.4013…, 4694.5 = 17770.6156…;
    /// 44.0 in = 1117.6; (57.4 − 32) × 5 / 9 = 14.1111….
    /// </summary>
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

    /// <summary>The volumes and temperatures of <see cref="TankReadings"/>; heights and the compensated volume are not told.</summary>
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

    /// <summary>
    /// The end of the shift; stick readings of the only tank of each product: 6098.000 gal = 23083.4410…, 3305.500 = 12512.6786….
    /// The ullage is what the capacity leaves: 10000 gal = 37854.11784, 37854.118 − 23083.441 = 14770.677; 8000 gal =
    /// 30283.294272, 30283.294 − 12512.679 = 17770.615.
    /// </summary>
    public static readonly IReadOnlyList<JsonElement> StickReadings =
    [
        JsonElement.Parse(
            """
            {
              "TankNumber": "01", "ProductCode": "001", "DateTime": "2026/01/15 22:00:00",
              "Volume": 23083.441, "VolumeTC": null, "Ullage": 14770.677, "WaterVolume": null,
              "FuelHeight": null, "Temperature": null, "WaterHeight": null
            }
            """
        ),
        JsonElement.Parse(
            """
            {
              "TankNumber": "02", "ProductCode": "019", "DateTime": "2026/01/15 22:00:00",
              "Volume": 12512.679, "VolumeTC": null, "Ullage": 17770.615, "WaterVolume": null,
              "FuelHeight": null, "Temperature": null, "WaterHeight": null
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
