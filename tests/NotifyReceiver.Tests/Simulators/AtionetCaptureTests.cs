using System.Globalization;
using NotifyReceiver.Simulators.Ationet;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetCaptureTests
{
    public static TheoryData<string> Captures => [.. Capture.Names];

    [Theory]
    [MemberData(nameof(Captures))]
    public async Task What_the_sdk_sends_is_accepted(string name)
    {
        await using var ationet = await AtionetSimulator.StartAsync(
            new()
            {
                UserName = "user1",
                Password = "pass1",
                DownloadUserName = "user1",
                DownloadPassword = "pass1",
            }
        );
        var capture = Capture.Read(name);
        using var client = new HttpClient { Timeout = AtionetCaller.Patience };
        using var request = new HttpRequestMessage(new(capture.Method), new Uri(ationet.BaseUrl + capture.Path));
        request.Content = new StringContent(capture.Body);
        request.Content.Headers.Remove("Content-Type");
        foreach (var (header, value) in capture.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            Assert.True(
                request.Headers.TryAddWithoutValidation(header, value)
                    || request.Content.Headers.TryAddWithoutValidation(header, value)
            );
        }

        using var response = await client.SendAsync(request);

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Empty(ationet.Violations);
        var seen = Assert.Single(ationet.Requests);
        Assert.Equal(capture.Body, seen.Body);
        Assert.Equal(capture.Body.Length, int.Parse(seen.Header("Content-Length")!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("ationet-sdk-delivery-one.http", 1, 0, 0)]
    [InlineData("ationet-sdk-deliveries-two.http", 2, 0, 1)]
    [InlineData("ationet-sdk-inventory-one.http", 0, 1, 0)]
    [InlineData("ationet-sdk-inventories-two.http", 0, 2, 1)]
    public async Task Each_row_is_kept_and_equal_ones_count_as_duplicates(
        string name,
        int deliveries,
        int inventories,
        int duplicates
    )
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(Capture.Read(name).Body);

        await AtionetCaller.AssertSuccessAsync(response);
        Assert.Equal(deliveries, ationet.Deliveries.Count);
        Assert.Equal(inventories, ationet.Inventories.Count);
        Assert.Equal(duplicates, ationet.Duplicates.Count);
    }

    [Fact]
    public async Task A_row_can_be_read_back_as_it_was_sent()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(AtionetCaller.Delivery);

        var row = Assert.Single(ationet.Deliveries);
        Assert.Equal("T1", row.Terminal);
        Assert.Equal("1", row.Tank);
        Assert.Equal("10100", row.Product);
        Assert.Equal("2026/11/22 08:00:00", row.DateTime);
        Assert.Equal(3999.5m, row.Volume);
        Assert.Equal("INV1", row.InvoiceNumber);
        Assert.Equal(5000.0m, row.Number("EndingVolume"));
        Assert.Contains(row.Row.GetRawText(), AtionetCaller.Delivery, StringComparison.Ordinal);
    }
}
