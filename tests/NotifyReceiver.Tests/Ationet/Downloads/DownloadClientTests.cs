using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Ationet.Downloads;

/// <summary>Looking up what ATIONET has, at a host that behaves and misbehaves, over real sockets.</summary>
public sealed class DownloadClientTests : IAsyncLifetime
{
    private static readonly DateTime Day = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = AtionetHttp.CreateClient();
    private AtionetSimulator _simulator = null!;

    public async Task InitializeAsync() => _simulator = await AtionetSimulator.StartAsync();

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_delivery_is_found_as_it_was_sent()
    {
        await InsertAsync(Delivery);

        var row = Assert.Single(await RowsAsync(RowKind.Delivery));

        Assert.Equal(36, row.Id!.Length);
        Assert.Equal("ABC001", row.TerminalCode);
        Assert.Equal("SITE1", row.SiteCode);
        Assert.Equal("01", row.TankNumber);
        Assert.Equal("001", row.ProductCode);
        Assert.Equal("001", row.FuelMasterCode);
        Assert.Equal(new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Unspecified), row.OccurredAt);
        Assert.Equal(3999.512m, row.Volume);
        Assert.Equal("INV1", row.InvoiceNumber);
        Assert.StartsWith("{\"DeliveryId\":", row.Json, StringComparison.Ordinal);
        Assert.Empty(_simulator.Violations);
    }

    [Fact]
    public async Task An_inventory_is_found_as_it_was_sent()
    {
        await InsertAsync(Inventory);

        var row = Assert.Single(await RowsAsync(RowKind.Inventory));

        Assert.Equal(RowKind.Inventory, row.Kind);
        Assert.Equal(36, row.Id!.Length);
        Assert.Equal("02", row.TankNumber);
        Assert.Equal(new DateTime(2026, 11, 22, 23, 59, 59, DateTimeKind.Unspecified), row.OccurredAt);
        Assert.Equal(1234.567m, row.Volume);
        Assert.Null(row.InvoiceNumber);
        Assert.Empty(await RowsAsync(RowKind.Delivery));
    }

    [Fact]
    public async Task A_compressed_list_is_read_and_base64_is_sent_where_it_is_asked_for()
    {
        await using var simulator = await AtionetSimulator.StartAsync(
            new() { CompressAnswers = true, CredentialForm = CredentialForm.Base64 }
        );

        var download = await AskAsync(TestDestination.At(simulator.BaseUrl, AuthorizationForm.Base64));

        Assert.Empty(Assert.IsType<Download.Rows>(download).All);
        Assert.Empty(simulator.Violations);
    }

    public static TheoryData<AtionetMisbehaviour, string> Misbehaviours =>
        new()
        {
            { AtionetMisbehaviour.Status(400), "HTTP 400, ResponseCode 50000: Internal Server Error" },
            { AtionetMisbehaviour.Status(404, body: "<html>"), "HTTP 404" },
            { AtionetMisbehaviour.Status(409), "HTTP 409, ResponseCode 50000: Internal Server Error" },
            { AtionetMisbehaviour.Status(429), "HTTP 429, ResponseCode 50000: Internal Server Error" },
            { AtionetMisbehaviour.Status(500, body: "[]"), "HTTP 500" },
            { AtionetMisbehaviour.Status(502, body: "[]"), "HTTP 502" },
            { AtionetMisbehaviour.Status(503), "HTTP 503, ResponseCode 50000: Internal Server Error" },
            { AtionetMisbehaviour.PartlyStored(), "HTTP 400, ResponseCode 40000: Invalid Request" },
            { AtionetMisbehaviour.ResetBeforeStoring(), "asked, but " },
            { AtionetMisbehaviour.ResetAfterStoring(), "asked, but " },
            { AtionetMisbehaviour.StoredLate(TimeSpan.FromHours(1)), "asked, but " },
            { AtionetMisbehaviour.GarbageSuccess(), "HTTP 200; no list: the answer is broken JSON: line 1: " },
            { AtionetMisbehaviour.EmptySuccess(), "HTTP 200; no list: the answer is broken JSON: " },
            { AtionetMisbehaviour.TruncatedSuccess(), "HTTP 200; no list: the answer was cut off" },
            { AtionetMisbehaviour.Redirect(302), "HTTP 302: the host redirects, which is not followed" },
            { AtionetMisbehaviour.Redirect(307), "HTTP 307: the host redirects, which is not followed" },
            {
                AtionetMisbehaviour.ResponseCode("40002"),
                "HTTP 200, ResponseCode 40002: Invalid Subscriber Code; no list: the answer is JSON, but not an array: Object"
            },
            {
                AtionetMisbehaviour.ResponseCode("00000"),
                "HTTP 200, ResponseCode 00000: Operation Succeeded; no list: the answer is JSON, but not an array: Object"
            },
        };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task A_misbehaving_host_is_asked_once_and_its_answer_is_not_taken_for_a_list(
        AtionetMisbehaviour misbehaviour,
        string told
    )
    {
        await InsertAsync(Delivery);
        _simulator.Misbehave(misbehaviour with { ActionCode = "981" });
        var before = _simulator.Requests.Count;

        var failed = Assert.IsType<Download.Failed>(await AskAsync());

        Assert.StartsWith(told, failed.Detail, StringComparison.Ordinal);
        Assert.False(failed.Unreachable);
        Assert.Equal(before + 1, _simulator.Requests.Count);
    }

    [Theory]
    [InlineData("Slow")]
    [InlineData("SlowAfterStoring")]
    public async Task A_host_that_does_not_answer_in_time_may_be_asked_later(string how)
    {
        var delay = TimeSpan.FromMinutes(10);
        _simulator.Misbehave(
            how == "Slow" ? AtionetMisbehaviour.Slow(delay) : AtionetMisbehaviour.SlowAfterStoring(delay)
        );

        var clock = new ManualClock();
        var asking = AskAsync(clock: clock);
        await _simulator.WaitForAsync(host => host.HeldRequests == 1, Patience);
        clock.Advance(TestDestination.Timeout);

        Assert.Equal(
            new Download.Failed("asked, but no answer within 20 s", Unreachable: false, RetryAfter: null),
            await asking
        );
    }

    public static TheoryData<AtionetMisbehaviour> Refusals =>
        [
            AtionetMisbehaviour.Status(401, body: ""),
            AtionetMisbehaviour.Status(403, body: "<html>"),
            AtionetMisbehaviour.Status(400, body: """{"ResponseCode":"30000"}"""),
            AtionetMisbehaviour.Status(404, body: """{"ResponseCode":30001}"""),
            AtionetMisbehaviour.Status(400, body: """{"ResponseCode":"52501"}"""),
            AtionetMisbehaviour.ResponseCode("30000"),
            AtionetMisbehaviour.ResponseCode("30001"),
            AtionetMisbehaviour.ResponseCode("52501"),
        ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_user_who_may_not_look_up_is_told_from_a_host_that_cannot_tell(AtionetMisbehaviour refusal)
    {
        _simulator.Misbehave(refusal);

        Assert.IsType<Download.CredentialsRefused>(await AskAsync());
    }

    [Fact]
    public async Task The_user_who_inserts_is_not_the_one_who_looks_up()
    {
        var destination = TestDestination.At(_simulator.BaseUrl);

        var download = await AskAsync(destination with { Download = destination.Credentials });

        Assert.Equal(
            "HTTP 401, ResponseCode 52501: User Not Allowed",
            Assert.IsType<Download.CredentialsRefused>(download).Detail
        );
    }

    [Fact]
    public async Task Retry_after_is_passed_on()
    {
        _simulator.Misbehave(AtionetMisbehaviour.Status(429, retryAfterSeconds: 77));

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.IsType<Download.Failed>(await AskAsync()).RetryAfter);
    }

    [Fact]
    public async Task A_host_that_is_down_was_not_asked()
    {
        await _simulator.StopAsync();

        var failed = Assert.IsType<Download.Failed>(await AskAsync());

        Assert.True(failed.Unreachable);
        Assert.StartsWith("not asked: ", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_user_who_looks_up_nothing_can_be_asked() =>
        Assert.Throws<ArgumentException>(() =>
            ClientOf(TestDestination.At("https://native.ationet.com") with { Download = null })
        );

    [Fact]
    public void People_are_shown_where_it_asks() =>
        Assert.Equal(
            "POST https://native.ationet.com/v1/interface",
            ClientOf(TestDestination.At("https://native.ationet.com")).Address
        );

    private static Row Delivery =>
        new(
            RowKind.Delivery,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TankNumber"] = "01",
                ["ProductCode"] = "001",
                ["CreatedDateTime"] = "2026/11/22 08:00:00",
                ["TotalVolume"] = "3999.512",
                ["InvoiceNumber"] = "INV1",
            }
        );

    private static Row Inventory =>
        new(
            RowKind.Inventory,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["TankNumber"] = "02",
                ["ProductCode"] = "001",
                ["DateTime"] = "2026/11/22 23:59:59",
                ["Volume"] = "1234.567",
            }
        );

    private async Task InsertAsync(Row row)
    {
        var host = new AtionetHost(
            _client,
            TestDestination.At(_simulator.BaseUrl),
            TestDestination.Timeout,
            TimeProvider.System
        );
        var attempt = await host.SendAsync(new FmsRequest(row.Kind, "ABC001", [row.ToJson()]).ToJson("model", "1.0"));
        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
    }

    private async Task<IReadOnlyList<DownloadedRow>> RowsAsync(RowKind kind) =>
        Assert.IsType<Download.Rows>(await AskAsync(kind: kind)).All;

    private Task<Download> AskAsync(
        DestinationOptions? destination = null,
        RowKind kind = RowKind.Delivery,
        TimeProvider? clock = null
    )
    {
        var request = new DownloadRequest(kind, DownloadRequest.SubscriberOf("ABC001"), Day, Day.AddDays(1));
        return ClientOf(destination ?? TestDestination.At(_simulator.BaseUrl), clock)
            .DownloadAsync(kind, request.ToJson("model", "1.0"));
    }

    private DownloadClient ClientOf(DestinationOptions destination, TimeProvider? clock = null) =>
        new(_client, destination, TestDestination.Timeout, clock ?? TimeProvider.System);
}
