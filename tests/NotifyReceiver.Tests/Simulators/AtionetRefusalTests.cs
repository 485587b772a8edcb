using System.Net;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetRefusalTests
{
    private const string Fifty = "12345678901234567890123456789012345678901234567890";

    [Theory]
    [InlineData("\"ActionCode\":\"701\",", "", "40000", "ActionCode")]
    [InlineData("\"ActionCode\":\"701\"", "\"ActionCode\":701", "40000", "ActionCode")]
    [InlineData("\"ActionCode\":\"701\"", "\"ActionCode\":\"703\"", "40001", "ActionCode")]
    [InlineData("\"ActionCode\":\"701\"", "\"ActionCode\":\"981\"", "40001", "ActionCode")]
    [InlineData("\"TerminalCode\":\"T1\",", "", "40000", "TerminalCode")]
    [InlineData("\"TerminalCode\":\"T1\"", "\"TerminalCode\":\"\"", "40005", "TerminalCode")]
    [InlineData("\"TerminalCode\":\"T1\"", "\"TerminalCode\":\"T1 \"", "40005", "TerminalCode")]
    [InlineData("\"TerminalCode\":\"T1\"", $"\"TerminalCode\":\"{Fifty}1\"", "40005", "TerminalCode")]
    [InlineData("\"Protocol\":\"Native\"", "\"Protocol\":\"VR\"", "40033", "Protocol")]
    [InlineData("\"Protocol\":\"Native\"", "\"Protocol\":null", "40000", "Protocol")]
    [InlineData("\"SystemModel\":\"model\"", "\"SystemModel\":\"\"", "40031", "SystemModel")]
    [InlineData("\"SystemVersion\":\"1.0\"", "\"SystemVersion\":\"\"", "40032", "SystemVersion")]
    [InlineData(
        "\"MessageFormatVersion\":\"1.0\"",
        "\"MessageFormatVersion\":\"1.3\"",
        "40030",
        "MessageFormatVersion"
    )]
    [InlineData("\"Protocol\":\"Native\"", "\"Protocol\":\"Native\",\"Extra\":1", "40000", "Extra")]
    [InlineData(
        "\"ActionCode\":\"701\",\"TerminalCode\":\"T1\"",
        "\"TerminalCode\":\"T1\",\"ActionCode\":\"701\"",
        "40000",
        "TerminalCode"
    )]
    [InlineData("\"Trama\":[{", "\"Trama\":[5,{", "40000", "Trama[0]")]
    [InlineData("\"TankNumber\":\"1\",", "", "40000", "Trama[0].TankNumber")]
    [InlineData("\"TankNumber\":\"1\"", "\"TankNumber\":1", "40000", "Trama[0].TankNumber")]
    [InlineData("\"TankNumber\":\"1\"", "\"TankNumber\":null", "40000", "Trama[0].TankNumber")]
    [InlineData("\"TankNumber\":\"1\"", "\"TankNumber\":\"\"", "40000", "Trama[0].TankNumber")]
    [InlineData("\"TankNumber\":\"1\"", "\"TankNumber\":\" 1\"", "40000", "Trama[0].TankNumber")]
    [InlineData("\"TankNumber\":\"1\"", $"\"TankNumber\":\"{Fifty}1\"", "40000", "Trama[0].TankNumber")]
    [InlineData("\"ProductCode\":\"10100\"", "\"ProductCode\":null", "40000", "Trama[0].ProductCode")]
    [InlineData(
        "\"TankNumber\":\"1\",\"ProductCode\":\"10100\"",
        "\"ProductCode\":\"10100\",\"TankNumber\":\"1\"",
        "40000",
        "Trama[0].ProductCode"
    )]
    [InlineData(
        "\"CreatedDateTime\":\"2026/11/22 08:00:00\"",
        "\"CreatedDateTime\":null",
        "40000",
        "Trama[0].CreatedDateTime"
    )]
    [InlineData("2026/11/22 08:00:00", "2026-11-22 08:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 08:00:00", "2026/11/22T08:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 08:00:00", "2026/11/22 8:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 08:00:00", "2026/02/30 08:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 08:00:00", "2026/11/22 24:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 08:00:00", "22/11/2026 08:00:00", "40000", "Trama[0].CreatedDateTime")]
    [InlineData("2026/11/22 07:55:00", "", "40000", "Trama[0].EndingDateTime")]
    [InlineData("\"StartingVolume\":1000.5", "\"StartingVolume\":\"1000.5\"", "40000", "Trama[0].StartingVolume")]
    [InlineData("\"StartingVolume\":1000.5", "\"StartingVolume\":1.0005e3", "40000", "Trama[0].StartingVolume")]
    [InlineData("\"StartingVolume\":1000.5", "\"StartingVolume\":1000.500000", "40000", "Trama[0].StartingVolume")]
    [InlineData("\"StartingVolume\":1000.5", "\"StartingVolume\":-100000.500", "40000", "Trama[0].StartingVolume")]
    [InlineData("\"StartingVolumeTC\":null,", "", "40000", "Trama[0].StartingVolumeTC")]
    [InlineData("\"TotalVolume\":3999.5", "\"TotalVolume\":null", "40000", "Trama[0].TotalVolume")]
    [InlineData("\"TotalVolume\":3999.5,", "", "40000", "Trama[0].TotalVolume")]
    [InlineData("\"InvoiceNumber\":\"INV1\"", $"\"InvoiceNumber\":\"{Fifty}1\"", "40000", "Trama[0].InvoiceNumber")]
    [InlineData("\"Comments\":\"c\"", "\"Comments\":\"c \"", "40000", "Trama[0].Comments")]
    [InlineData(
        "\"Comments\":\"c\"",
        $"\"Comments\":\"{Fifty}{Fifty}{Fifty}{Fifty}{Fifty}{Fifty}{Fifty}1\"",
        "40000",
        "Trama[0].Comments"
    )]
    [InlineData("\"Comments\":\"c\"", "\"Comments\":\"\\ud83d\"", "40000", "body")]
    [InlineData("\"Comments\":\"c\"", "\"Comments\":\"c\",\"Comments\":\"d\"", "40000", "Comments")]
    [InlineData("\"Comments\":\"c\"", "\"Comments\":\"c\",\"Volume\":1", "40000", "Trama[0].Volume")]
    [InlineData(
        "\"Comments\":\"c\"",
        "\"Comments\":\"c\",\"DeliveryNotesData\":null",
        "40000",
        "Trama[0].DeliveryNotesData"
    )]
    [InlineData(
        "\"Comments\":\"c\"",
        "\"Comments\":\"c\",\"DeliveryNotesData\":{}",
        "40000",
        "Trama[0].DeliveryNotesData"
    )]
    [InlineData(
        "\"Comments\":\"c\"",
        "\"Comments\":\"c\",\"DeliveryNotesData\":{\"Density\":\"1\"}",
        "40000",
        "Trama[0].DeliveryNotesData.Density"
    )]
    [InlineData(
        "\"Comments\":\"c\"",
        "\"Comments\":\"c\",\"GPSData\":{\"LatitudeStart\":1.5}",
        "40000",
        "Trama[0].GPSData.EndingGPSDate"
    )]
    [InlineData("\"Comments\":\"c\"}", "\"Comments\":\"c\"},", "40000", "body")]
    public async Task A_delivery_that_is_not_as_it_should_be_is_refused_with_its_field(
        string part,
        string instead,
        string code,
        string field
    )
    {
        await AssertRefusedAsync(AtionetCaller.Delivery, part, instead, code, field);
    }

    [Theory]
    [InlineData("\"DateTime\":\"2026/11/22 08:00:00\"", "\"DateTime\":null", "Trama[0].DateTime")]
    [InlineData("\"DateTime\"", "\"CreatedDateTime\"", "Trama[0].CreatedDateTime")]
    [InlineData("\"Volume\":1234.567,", "", "Trama[0].Volume")]
    [InlineData("\"Temperature\":15.5", "\"Temperature\":15.50000000", "Trama[0].Temperature")]
    [InlineData(
        "\"Temperature\":15.5,\"WaterHeight\":null",
        "\"WaterHeight\":null,\"Temperature\":15.5",
        "Trama[0].WaterHeight"
    )]
    [InlineData("\"WaterHeight\":null", "\"WaterHeight\":null,\"Latitude\":null", "Trama[0].Latitude")]
    [InlineData("\"WaterHeight\":null", "\"WaterHeight\":null,\"Date\":\"today\"", "Trama[0].Date")]
    [InlineData("\"WaterHeight\":null", "\"WaterHeight\":null,\"TotalVolume\":1", "Trama[0].TotalVolume")]
    public async Task An_inventory_that_is_not_as_it_should_be_is_refused_with_its_field(
        string part,
        string instead,
        string field
    )
    {
        await AssertRefusedAsync(AtionetCaller.Inventory, part, instead, "40000", field);
    }

    private static async Task AssertRefusedAsync(string body, string part, string instead, string code, string field)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        var at = body.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{part} is not in the capture");

        using var response = await caller.InsertAsync(body.Remove(at, part.Length).Insert(at, instead));

        Assert.Equal(code, await AtionetCaller.ResponseCodeAsync(response));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(field, await AtionetCaller.ResponseErrorAsync(response), StringComparison.Ordinal);
        Assert.Contains(ationet.Violations, text => text.Contains(field, StringComparison.Ordinal));
        Assert.Empty(ationet.Deliveries);
        Assert.Empty(ationet.Inventories);
    }
}
