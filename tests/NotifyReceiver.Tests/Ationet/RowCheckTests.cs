using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Tests.Ationet;

public sealed class RowCheckTests
{
    [Fact]
    public void A_sound_row_has_no_mistakes() => Assert.Empty(RowCheck.Mistakes(Delivery()));

    [Theory]
    [InlineData("TankNumber", null, "TankNumber: is required")]
    [InlineData("ProductCode", "", "ProductCode: is required")]
    [InlineData("CreatedDateTime", null, "CreatedDateTime: is required")]
    [InlineData("TotalVolume", null, "TotalVolume: is required")]
    [InlineData("TotalVolume", "12345678901", "TotalVolume: '12345678901' has 11 characters")]
    [InlineData("TotalVolume", "1e3", "TotalVolume: '1e3' is not a plain decimal number")]
    [InlineData("TotalVolume", "1.", "TotalVolume: '1.' is not a plain decimal number")]
    [InlineData("TotalVolume", "+1.0", "TotalVolume: '+1.0' is not a plain decimal number")]
    [InlineData("TotalVolume", "-1.0", "TotalVolume: '-1.0' is below zero")]
    [InlineData("EndingTemperature", "warm", "EndingTemperature: 'warm' is not a plain decimal number")]
    [InlineData(
        "StartingDateTime",
        "2026-11-22 08:00:00",
        "StartingDateTime: '2026-11-22 08:00:00' is not a date-time"
    )]
    [InlineData(
        "StartingDateTime",
        "2026/13/22 08:00:00",
        "StartingDateTime: '2026/13/22 08:00:00' is not a date-time"
    )]
    [InlineData("Comments", " x", "Comments: ' x' begins or ends with a space")]
    [InlineData("TotalVolum", "1", "TotalVolum: is not a field of a delivery")]
    [InlineData(
        "GPSData.LatitudeStart",
        "40.7",
        "GPSData.LongitudeStart: is required because another value of GPSData is there"
    )]
    public void A_mistake_names_its_field(string field, string? value, string told) =>
        Assert.Contains(
            RowCheck.Mistakes(Delivery((field, value))),
            mistake => mistake.StartsWith(told, StringComparison.Ordinal)
        );

    [Fact]
    public void The_sizes_of_the_specification_hold()
    {
        Assert.Empty(
            RowCheck.Mistakes(Delivery(("Comments", new string('c', 350)), ("InvoiceNumber", new string('i', 50))))
        );
        Assert.Equal(
            2,
            RowCheck
                .Mistakes(Delivery(("Comments", new string('c', 351)), ("InvoiceNumber", new string('i', 51))))
                .Count
        );
    }

    [Fact]
    public void Ten_characters_of_a_number_pass_the_point_included() =>
        Assert.Empty(RowCheck.Mistakes(Delivery(("TotalVolume", "999999.999"), ("EndingTemperature", "-12345.678"))));

    private static Row Delivery(params IEnumerable<(string Field, string? Value)> changes)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TankNumber"] = "01",
            ["ProductCode"] = "001",
            ["CreatedDateTime"] = "2026/01/15 04:31:00",
            ["TotalVolume"] = "15898.729",
        };
        foreach (var (field, value) in changes)
        {
            if (value is null)
            {
                values.Remove(field);
            }
            else
            {
                values[field] = value;
            }
        }
        return new Row(RowKind.Delivery, values);
    }
}
