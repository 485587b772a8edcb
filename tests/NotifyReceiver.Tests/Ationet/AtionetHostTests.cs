using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Ationet;

/// <summary>The client against a host that behaves and misbehaves, over real sockets.</summary>
public sealed class AtionetHostTests : IAsyncLifetime
{
    private const string Delivery = """
        {"ActionCode":"701","TerminalCode":"T1","Protocol":"Native","Trama":[{"TankNumber":"1","ProductCode":"10100","CreatedDateTime":"2026/11/22 08:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":3999.5,"TotalVolumeTC":null,"InvoiceNumber":"INV1","Comments":null}],"SystemModel":"model","SystemVersion":"1.0","MessageFormatVersion":"1.0"}
        """;

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
    public async Task A_request_goes_out_as_the_sdk_sends_it()
    {
        var attempt = await Send();

        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
        var seen = Assert.Single(_simulator.Requests);
        Assert.Empty(_simulator.Violations);
        Assert.Equal("/v1/fms", seen.Path);
        Assert.Equal("Basic fms@example.com:let-me-insert", seen.Header("Authorization"));
        Assert.Equal("application/json", seen.Header("Content-Type"));
        Assert.Equal("gzip", seen.Header("Accept-Encoding"));
        Assert.Null(seen.Header("Transfer-Encoding"));
        Assert.Null(seen.Header("Expect"));
    }

    [Fact]
    public async Task Base64_is_sent_when_it_is_asked_for()
    {
        await using var simulator = await AtionetSimulator.StartAsync(new() { CredentialForm = CredentialForm.Base64 });

        var attempt = await HostAt(simulator, AuthorizationForm.Base64).SendAsync(Delivery);

        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var simulator = await AtionetSimulator.StartAsync(new() { CompressAnswers = true });

        var attempt = await HostAt(simulator).SendAsync(Delivery);

        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
        Assert.Contains("00000", attempt.Reply, StringComparison.Ordinal);
    }

    public static TheoryData<AtionetMisbehaviour, string> Misbehaviours =>
        new()
        {
            { AtionetMisbehaviour.Status(500), "unknown" },
            { AtionetMisbehaviour.Status(503), "transient" },
            { AtionetMisbehaviour.Status(429), "throttled" },
            { AtionetMisbehaviour.Status(504), "unknown" },
            { AtionetMisbehaviour.Status(409), "conflict" },
            { AtionetMisbehaviour.Status(400), "refused" },
            { AtionetMisbehaviour.Status(401), "credentials-refused" },
            { AtionetMisbehaviour.ResetBeforeStoring(), "unknown" },
            { AtionetMisbehaviour.ResetAfterStoring(), "unknown" },
            { AtionetMisbehaviour.StoredLate(TimeSpan.FromHours(1)), "unknown" },
            { AtionetMisbehaviour.GarbageSuccess(), "unknown" },
            { AtionetMisbehaviour.EmptySuccess(), "unknown" },
            { AtionetMisbehaviour.TruncatedSuccess(), "unknown" },
            { AtionetMisbehaviour.Redirect(302), "unknown" },
            { AtionetMisbehaviour.Redirect(307), "unknown" },
            { AtionetMisbehaviour.ResponseCode("10000"), "accepted-with-warnings" },
            { AtionetMisbehaviour.ResponseCode("40005"), "refused" },
        };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task A_misbehaving_host_is_asked_once_and_its_outcome_is_told_honestly(
        AtionetMisbehaviour misbehaviour,
        string outcome
    )
    {
        await Send();
        _simulator.Reset();
        _simulator.Misbehave(misbehaviour);

        // On a connection that was used before: a client that repeats what failed there would double a delivery.
        var attempt = await Send();

        Assert.Equal(outcome, attempt.Outcome.Name);
        Assert.Single(_simulator.Requests);
        Assert.Empty(_simulator.Duplicates);
    }

    [Theory]
    [InlineData("Slow")]
    [InlineData("SlowAfterStoring")]
    public async Task A_host_that_does_not_answer_in_time_leaves_the_outcome_unknown(string how)
    {
        var delay = TimeSpan.FromMinutes(10);
        _simulator.Misbehave(
            how == "Slow" ? AtionetMisbehaviour.Slow(delay) : AtionetMisbehaviour.SlowAfterStoring(delay)
        );

        var clock = new ManualClock();
        var sending = HostAt(_simulator, clock: clock).SendAsync(Delivery);
        await _simulator.WaitForAsync(host => host.HeldRequests == 1, Patience);
        clock.Advance(TestDestination.Timeout);

        var attempt = await sending;

        Assert.Equal(new Outcome.Unknown("sent, but no answer within 20 s"), attempt.Outcome);
        Assert.Null(attempt.Status);
    }

    [Fact]
    public async Task Retry_after_is_passed_on()
    {
        _simulator.Misbehave(AtionetMisbehaviour.Status(429, retryAfterSeconds: 77));

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.IsType<Outcome.Throttled>((await Send()).Outcome).RetryAfter);
    }

    [Fact]
    public async Task A_host_that_is_down_has_not_got_it()
    {
        await _simulator.StopAsync();

        var attempt = await Send();

        Assert.StartsWith(
            "not sent: ",
            Assert.IsType<Outcome.Unreachable>(attempt.Outcome).Detail,
            StringComparison.Ordinal
        );
        Assert.Null(attempt.Status);
    }

    [Fact]
    public async Task Each_destination_has_its_own_host_user_and_form_over_the_same_client()
    {
        await using var other = await AtionetSimulator.StartAsync(
            new()
            {
                UserName = "other@example.com",
                Password = "let-others-insert",
                CredentialForm = CredentialForm.Base64,
            }
        );
        var destination = TestDestination.At(other.BaseUrl, AuthorizationForm.Base64) with
        {
            Credentials = new Credentials("other@example.com", "let-others-insert"),
        };
        var host = new AtionetHost(_client, destination, TestDestination.Timeout, TimeProvider.System);

        Assert.IsType<Outcome.Accepted>((await Send()).Outcome);
        Assert.IsType<Outcome.Accepted>((await host.SendAsync(Delivery)).Outcome);

        Assert.Equal($"POST {other.BaseUrl}/v1/fms", host.Address);
        Assert.Single(_simulator.Deliveries);
        Assert.Single(other.Deliveries);
    }

    [Fact]
    public async Task A_long_reply_is_judged_whole()
    {
        var stackTrace = new string('x', 20_000);
        _simulator.Misbehave(
            AtionetMisbehaviour.GarbageSuccess(body: $$"""{"ResponseError":"{{stackTrace}}","ResponseCode":"00000"}""")
        );

        Assert.IsType<Outcome.Accepted>((await Send()).Outcome);
    }

    [Fact]
    public async Task A_long_reply_is_kept_in_part()
    {
        _simulator.Misbehave(AtionetMisbehaviour.Status(500, body: new string('x', 1_000_000)));

        Assert.Equal(AtionetHost.LongestReply, (await Send()).Reply!.Length);
    }

    [Fact]
    public async Task A_reply_that_repeats_the_password_is_kept_without_it()
    {
        _simulator.Misbehave(AtionetMisbehaviour.Status(401, body: "Basic fms@example.com:let-me-insert is nobody"));

        Assert.Equal("Basic fms@example.com:*** is nobody", (await Send()).Reply);
    }

    private Task<Attempt> Send() => HostAt(_simulator).SendAsync(Delivery);

    private AtionetHost HostAt(
        AtionetSimulator simulator,
        AuthorizationForm form = AuthorizationForm.Plain,
        TimeProvider? clock = null
    ) =>
        new(
            _client,
            TestDestination.At(simulator.BaseUrl, form),
            TestDestination.Timeout,
            clock ?? TimeProvider.System
        );
}
