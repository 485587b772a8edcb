using System.Globalization;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A tank's reading, which becomes one inventory.</summary>
/// <param name="At">The station's clock.</param>
internal sealed record Reading(DateTime At)
{
    public string Location { get; init; } = "12345";

    /// <summary>As ATIONET has it.</summary>
    public string DateTime => At.ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture);

    public string ToJson() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {
              "locationId": "{{Location}}",
              "readAt": "{{At:yyyy-MM-ddTHH:mm:ss}}",
              "tanks": [{ "tank": 1, "product": "UNL87", "volume": 6098.4, "ullage": 3901.6, "water": 12.0 }]
            }
            """
        );
}
