using System.Net;
using System.Text.Json;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetDownloadTests : IAsyncLifetime
{
    private AtionetSimulator _ationet = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync();
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _ationet.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_array()
    {
        Assert.Equal("[]", await DownloadAsync("981"));
    }

    [Fact]
    public async Task A_delivery_comes_back_without_its_comments()
    {
        await InsertAsync(AtionetCaller.Delivery);

        var row = Assert.Single(await RowsAsync("981"));

        Assert.Equal(36, row.GetProperty("DeliveryId").GetString()!.Length);
        Assert.Equal("ABC001", row.GetProperty("TerminalCode").GetString());
        Assert.Equal("1", row.GetProperty("TankNumber").GetString());
        Assert.Equal("10100", row.GetProperty("ProductCode").GetString());
        Assert.Equal("2026/11/22 08:00:00", row.GetProperty("CreatedDateTime").GetString());
        Assert.Equal("3999.5", row.GetProperty("TotalVolume").GetRawText());
        Assert.Equal("INV1", row.GetProperty("InvoiceNumber").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("GPSData").ValueKind);
        Assert.False(row.TryGetProperty("Comments", out _));
    }

    [Fact]
    public async Task The_date_of_an_inventory_position_comes_back_under_another_name()
    {
        await InsertAsync(
            AtionetCaller.Inventory.Replace(
                "\"WaterHeight\":null",
                "\"WaterHeight\":null,\"Date\":\"2026/11/22 07:59:00\"",
                StringComparison.Ordinal
            )
        );

        var row = Assert.Single(await RowsAsync("982"));

        Assert.Equal("2026/11/22 07:59:00", row.GetProperty("GPSDateTime").GetString());
        Assert.Equal("2026/11/22 08:00:00", row.GetProperty("DateTime").GetString());
        Assert.False(row.TryGetProperty("Date", out _));
    }

    [Theory]
    [InlineData("2026/11/22 08:00:00", "2026/11/22 08:00:00", 1)]
    [InlineData("2026/11/22 08:00:00", "", 1)]
    [InlineData("2026/11/22 08:00:01", "", 0)]
    [InlineData("2026/01/01 00:00:00", "2026/11/22 07:59:59", 0)]
    public async Task Rows_are_found_by_their_date(string from, string to, int found)
    {
        await InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(found, (await RowsAsync("981", from, to)).Count);
    }

    [Theory]
    [InlineData("ABC", "", 1)]
    [InlineData("ABC", "SITE1", 1)]
    [InlineData("ABC", "ABC001", 0)]
    [InlineData("XYZ", "", 0)]
    public async Task Rows_are_found_by_subscriber_and_site(string subscriber, string site, int found)
    {
        await InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(found, (await RowsAsync("981", subscriber: subscriber, site: site)).Count);
    }

    [Fact]
    public async Task Deliveries_are_not_found_among_inventories()
    {
        await InsertAsync(AtionetCaller.Delivery);

        Assert.Empty(await RowsAsync("982"));
    }

    [Theory]
    [InlineData("\"DateFrom\":\"2026/01/01 00:00:00\"", "\"DateFrom\":\"\"", "40009", "DateFrom")]
    [InlineData("\"DateFrom\":\"2026/01/01 00:00:00\"", "\"DateFrom\":\"2026.01.01 00:00:00\"", "40009", "DateFrom")]
    [InlineData("\"DateTo\":\"\"", "\"DateTo\":\"tomorrow\"", "40010", "DateTo")]
    [InlineData("\"DateTo\":\"\"", "\"DateTo\":null", "40000", "DateTo")]
    [InlineData("\"SubscriberCode\":\"ABC\"", "\"SubscriberCode\":\"ABC001\"", "40002", "SubscriberCode")]
    [InlineData("\"ActionCode\":\"981\"", "\"ActionCode\":\"701\"", "40001", "ActionCode")]
    [InlineData("\"CompanyCode\":null,", "", "40000", "CompanyCode")]
    [InlineData(
        "\"MessageFormatVersion\":\"1.3\"",
        "\"MessageFormatVersion\":\"1.0\"",
        "40030",
        "MessageFormatVersion"
    )]
    [InlineData("\"MerchantCode\":\"\"", "\"MerchantCode\":\"\",\"TerminalCode\":\"ABC001\"", "40000", "TerminalCode")]
    public async Task A_download_that_is_not_as_it_should_be_is_refused_with_its_field(
        string part,
        string instead,
        string code,
        string field
    )
    {
        var body = Body("981", "2026/01/01 00:00:00", "", "ABC", "");
        Assert.Contains(part, body, StringComparison.Ordinal);

        using var response = await _caller.DownloadAsync(body.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await AtionetCaller.ResponseCodeAsync(response));
        Assert.Contains($": {field}: ", Assert.Single(_ationet.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_user_who_inserts_may_not_download()
    {
        using var response = await _caller.DownloadAsync(
            Body("981", "2026/01/01 00:00:00", "", "ABC", ""),
            request =>
            {
                request.Headers.Remove("Authorization");
                request.Headers.TryAddWithoutValidation(
                    "Authorization",
                    $"Basic {_ationet.Options.UserName}:{_ationet.Options.Password}"
                );
            }
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("52501", await AtionetCaller.ResponseCodeAsync(response));
    }

    private async Task InsertAsync(string body)
    {
        using var response = await _caller.InsertAsync(body.Replace("\"T1\"", "\"ABC001\"", StringComparison.Ordinal));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(
        string action,
        string from = "2026/01/01 00:00:00",
        string to = "",
        string subscriber = "ABC",
        string site = ""
    )
    {
        using var rows = JsonDocument.Parse(await DownloadAsync(action, from, to, subscriber, site));
        return [.. rows.RootElement.Clone().EnumerateArray()];
    }

    private async Task<string> DownloadAsync(
        string action,
        string from = "2026/01/01 00:00:00",
        string to = "",
        string subscriber = "ABC",
        string site = ""
    )
    {
        using var response = await _caller.DownloadAsync(Body(action, from, to, subscriber, site));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(_ationet.Violations);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Body(string action, string from, string to, string subscriber, string site) =>
        $$"""
            {"SiteCode":"{{site}}","MerchantContractCode":"","DateFrom":"{{from}}","DateTo":"{{to}}","ActionCode":"{{action}}","SubscriberCode":"{{subscriber}}","CompanyCode":null,"MerchantCode":"","SystemModel":"model","SystemVersion":"1.0","MessageFormatVersion":"1.3"}
            """;
}
