using System.Text.Json.Nodes;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Ationet;

/// <summary>What is sent, held against what ATIONET's own SDK was captured sending.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("ationet-sdk-delivery-one.http", "701", 1)]
    [InlineData("ationet-sdk-deliveries-two.http", "701", 2)]
    [InlineData("ationet-sdk-inventory-one.http", "702", 1)]
    [InlineData("ationet-sdk-inventories-two.http", "702", 2)]
    public async Task What_arrives_at_the_host_is_what_the_sdk_sent_to_the_last_character(
        string capture,
        string action,
        int rows
    )
    {
        var kind = Enum.Parse<RowKind>(action);
        var row = (kind == RowKind.Delivery ? CapturedDelivery : CapturedInventory).ToJson();
        var captured = SdkCapture.Read(capture);
        await using var host = await AtionetSimulator.StartAsync(new() { UserName = "user1", Password = "pass1" });
        using var client = AtionetHttp.CreateClient();
        var ationet = new AtionetHost(
            client,
            TestDestination.At(host.BaseUrl) with
            {
                Credentials = new Credentials("user1", "pass1"),
            },
            TestDestination.Timeout,
            TimeProvider.System
        );

        await ationet.SendAsync(new FmsRequest(kind, "T1", [.. Enumerable.Repeat(row, rows)]).ToJson("model", "1.0"));

        captured.AssertSameAs(Assert.Single(host.Requests));
    }

    [Fact]
    public void What_the_specification_has_beyond_the_sdk_is_nested_and_sent_only_when_set()
    {
        var row = CapturedDelivery with
        {
            Values = new Dictionary<string, string>(CapturedDelivery.Values, StringComparer.Ordinal)
            {
                ["DeliveryNotesData.InvoiceItem"] = "Regular",
                ["DeliveryNotesData.Density"] = "0.74",
                ["GPSData.LatitudeStart"] = "40.712776",
                ["GPSData.EndingGPSDate"] = "2026/11/22 08:00:00",
            },
        };

        var json = JsonNode.Parse(row.ToJson())!.AsObject();

        Assert.Equal("""{"InvoiceItem":"Regular","Density":0.74}""", json["DeliveryNotesData"]!.ToJsonString());
        Assert.Equal(
            """{"LatitudeStart":40.712776,"EndingGPSDate":"2026/11/22 08:00:00"}""",
            json["GPSData"]!.ToJsonString()
        );
        Assert.Equal(["Comments", "DeliveryNotesData", "GPSData"], json.Select(member => member.Key).TakeLast(3));
    }

    [Fact]
    public void An_inventory_carries_its_location_only_when_set()
    {
        var values = new Dictionary<string, string>(CapturedInventory.Values, StringComparer.Ordinal)
        {
            ["Latitude"] = "-34.6",
            ["Date"] = "2026/11/22 08:00:00",
        };

        var json = JsonNode.Parse((CapturedInventory with { Values = values }).ToJson())!.AsObject();

        Assert.Equal(["WaterHeight", "Latitude", "Date"], json.Select(member => member.Key).TakeLast(3));
    }

    [Fact]
    public void Text_is_ascii_with_escapes_and_means_the_same()
    {
        const string Text = "Ñandú € \"<&'+ 😀 \\ \u0001";
        var values = new Dictionary<string, string>(CapturedDelivery.Values, StringComparer.Ordinal)
        {
            ["Comments"] = Text,
        };

        var body = new FmsRequest(
            RowKind.Delivery,
            "Ñ1",
            [(CapturedDelivery with { Values = values }).ToJson()]
        ).ToJson("m", "1");

        Assert.All(body, character => Assert.InRange(character, ' ', '~'));
        Assert.Contains("\\u00d1and\\u00fa \\u20ac", body, StringComparison.Ordinal);
        Assert.Equal(Text, JsonNode.Parse(body)!["Trama"]![0]!["Comments"]!.GetValue<string>());
        Assert.Equal("Ñ1", JsonNode.Parse(body)!["TerminalCode"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("5000", "5000.0")]
    [InlineData("0", "0.0")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("1234.5670", "1234.567")]
    public void A_number_has_a_point_and_no_more_digits_than_it_needs(string number, string text) =>
        Assert.Equal(text, WireText.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_field_of_the_specification_is_there()
    {
        Assert.Equal(35, FieldTable.Of(RowKind.Delivery).Count);
        Assert.Equal(14, FieldTable.Of(RowKind.Inventory).Count);
        Assert.Equal(8, FieldTable.Of(RowKind.Delivery).Count(field => field.Parent == "DeliveryNotesData"));
        Assert.Equal(8, FieldTable.Of(RowKind.Delivery).Count(field => field.Parent == "GPSData"));
        Assert.Contains(FieldTable.Of(RowKind.Delivery), field => field.Name == "EndingVolume");
    }

    private static Row CapturedDelivery =>
        new(
            RowKind.Delivery,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TankNumber"] = "1",
                ["ProductCode"] = "10100",
                ["CreatedDateTime"] = "2026/11/22 08:00:00",
                ["StartingDateTime"] = "2026/11/22 07:30:00",
                ["EndingDateTime"] = "2026/11/22 07:55:00",
                ["StartingVolume"] = WireText.Of(1000.5m),
                ["EndingVolume"] = WireText.Of(5000m),
                ["TotalVolume"] = WireText.Of(3999.5m),
                ["InvoiceNumber"] = "INV1",
                ["Comments"] = "c",
            }
        );

    private static Row CapturedInventory =>
        new(
            RowKind.Inventory,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TankNumber"] = "1",
                ["ProductCode"] = "10100",
                ["DateTime"] = "2026/11/22 08:00:00",
                ["Volume"] = WireText.Of(1234.567m),
                ["Temperature"] = WireText.Of(15.5m),
            }
        );
}
