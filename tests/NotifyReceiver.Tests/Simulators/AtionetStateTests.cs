using System.IO.Compression;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetStateTests : IAsyncLifetime
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

    [Theory]
    [InlineData("\"TotalVolume\":3999.5", "\"TotalVolume\":3999.50", 1)]
    [InlineData("\"Comments\":\"c\"", "\"Comments\":null", 1)]
    [InlineData("\"TotalVolume\":3999.5", "\"TotalVolume\":3999.6", 0)]
    [InlineData("\"T1\"", "\"T2\"", 0)]
    [InlineData("\"TankNumber\":\"1\"", "\"TankNumber\":\"2\"", 0)]
    [InlineData("\"10100\"", "\"10101\"", 0)]
    [InlineData("08:00:00", "08:00:01", 0)]
    [InlineData("\"INV1\"", "null", 0)]
    public async Task A_duplicate_is_equal_in_all_that_identifies_it(string part, string instead, int duplicates)
    {
        await InsertAsync(AtionetCaller.Delivery);
        await InsertAsync(AtionetCaller.Delivery.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(2, _ationet.Deliveries.Count);
        Assert.Equal(duplicates, _ationet.Duplicates.Count);
    }

    [Fact]
    public async Task A_request_is_kept_with_its_headers_and_its_answer()
    {
        await InsertAsync(AtionetCaller.Inventory);

        var seen = Assert.Single(_ationet.Requests);
        Assert.Equal("POST", seen.Method);
        Assert.Equal("/v1/fms", seen.Path);
        Assert.Equal("gzip", seen.Header("accept-encoding"));
        Assert.Equal(AtionetCaller.Inventory, seen.Body);
        Assert.Equal(200, seen.Status);
        Assert.Contains("00000", seen.Answer, StringComparison.Ordinal);
        Assert.Empty(seen.Violations);
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        await Parallel.ForAsync(
            0,
            200,
            async (i, _) =>
                await InsertAsync(AtionetCaller.Inventory.Replace("1234.567", $"{1000 + i}", StringComparison.Ordinal))
        );

        Assert.Equal(200, _ationet.Inventories.Select(row => row.Volume).Distinct().Count());
        Assert.Equal(200, _ationet.Requests.Count);
        Assert.Empty(_ationet.Duplicates);
    }

    [Fact]
    public async Task A_state_is_waited_for()
    {
        var both = _ationet.WaitForAsync(
            host => host is { Deliveries.Count: 1, Inventories.Count: 1 },
            AtionetCaller.Patience
        );

        await InsertAsync(AtionetCaller.Delivery);
        Assert.False(both.IsCompleted);
        await InsertAsync(AtionetCaller.Inventory);

        await both;
    }

    [Fact]
    public async Task A_state_that_never_comes_is_told_with_what_there_is()
    {
        await InsertAsync(AtionetCaller.Delivery);

        var e = await Assert.ThrowsAsync<TimeoutException>(() =>
            _ationet.WaitForAsync(host => host.Deliveries.Count == 2, TimeSpan.FromMilliseconds(1))
        );

        Assert.Contains("1 deliveries, 0 inventories", e.Message, StringComparison.Ordinal);
        Assert.Contains("INV1", e.Message, StringComparison.Ordinal);
        Assert.Contains("POST /v1/fms", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        await InsertAsync(AtionetCaller.Delivery);
        await InsertAsync(AtionetCaller.Delivery);
        using var refused = await _caller.InsertAsync("{}");
        _ationet.Misbehave(AtionetMisbehaviour.Status(503));

        _ationet.Reset();

        Assert.Empty(_ationet.Deliveries);
        Assert.Empty(_ationet.Duplicates);
        Assert.Empty(_ationet.Requests);
        Assert.Empty(_ationet.Violations);
        await InsertAsync(AtionetCaller.Delivery);
        Assert.Empty(_ationet.Duplicates);
    }

    [Fact]
    public async Task A_host_that_is_down_refuses_connections_and_comes_back_with_what_it_held()
    {
        await InsertAsync(AtionetCaller.Delivery);
        var address = _ationet.BaseUrl;

        await _ationet.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.InsertAsync(AtionetCaller.Inventory));
        await _ationet.RestartAsync();

        Assert.Equal(address, _ationet.BaseUrl);
        await InsertAsync(AtionetCaller.Inventory);
        Assert.Single(_ationet.Deliveries);
        Assert.Single(_ationet.Inventories);
    }

    [Fact]
    public async Task A_port_can_be_chosen()
    {
        await _ationet.StopAsync();
        var port = new Uri(_ationet.BaseUrl).Port;

        await using var other = await AtionetSimulator.StartAsync(new() { Port = port });

        Assert.Equal(_ationet.BaseUrl, other.BaseUrl);
    }

    [Fact]
    public async Task An_answer_can_be_compressed()
    {
        await using var ationet = await AtionetSimulator.StartAsync(new() { CompressAnswers = true });
        using var caller = new AtionetCaller(ationet);

        using var response = await caller.InsertAsync(AtionetCaller.Delivery);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        Assert.Contains("Operation Succeeded", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    private async Task InsertAsync(string body)
    {
        using var response = await _caller.InsertAsync(body);
        await AtionetCaller.AssertSuccessAsync(response);
    }
}
