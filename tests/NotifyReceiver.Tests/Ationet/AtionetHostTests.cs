using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Ationet;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using ProductOptions = NotifyReceiver.Ationet.AtionetOptions;

namespace NotifyReceiver.Tests.Ationet;

/// <summary>The client against a host that behaves and misbehaves, over real sockets.</summary>
public sealed class AtionetHostTests : IAsyncLifetime
{
    private const string Delivery = """
        {"ActionCode":"701","TerminalCode":"T1","Protocol":"Native","Trama":[{"TankNumber":"1","ProductCode":"10100","CreatedDateTime":"2026/11/22 08:00:00","StartingDateTime":null,"EndingDateTime":null,"StartingVolume":null,"StartingVolumeTC":null,"StartingWaterVolume":null,"StartingTemperature":null,"EndingVolume":null,"EndingVolumeTC":null,"EndingWaterVolume":null,"EndingTemperature":null,"StartingFuelHeight":null,"EndingFuelHeight":null,"TotalVolume":3999.5,"TotalVolumeTC":null,"InvoiceNumber":"INV1","Comments":null}],"SystemModel":"model","SystemVersion":"1.0","MessageFormatVersion":"1.0"}
        """;

    private AtionetSimulator _simulator = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _simulator = await AtionetSimulator.StartAsync();
        _services = Services(_simulator.BaseUrl);
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
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
        await using var services = Services(simulator.BaseUrl, AuthorizationForm.Base64);

        Assert.IsType<Outcome.Accepted>((await services.GetRequiredService<IAtionet>().SendAsync(Delivery)).Outcome);
        Assert.Empty(simulator.Violations);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var simulator = await AtionetSimulator.StartAsync(new() { CompressAnswers = true });
        await using var services = Services(simulator.BaseUrl);

        var attempt = await services.GetRequiredService<IAtionet>().SendAsync(Delivery);

        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
        Assert.Contains("00000", attempt.Reply, StringComparison.Ordinal);
    }

    public static TheoryData<AtionetMisbehaviour, string> Misbehaviours =>
        new()
        {
            { AtionetMisbehaviour.Status(500), "transient" },
            { AtionetMisbehaviour.Status(503), "transient" },
            { AtionetMisbehaviour.Status(429), "transient" },
            { AtionetMisbehaviour.Status(504), "unknown" },
            { AtionetMisbehaviour.Status(409), "conflict" },
            { AtionetMisbehaviour.Status(400), "refused" },
            { AtionetMisbehaviour.Status(401), "credentials-refused" },
            { AtionetMisbehaviour.ResetBeforeStoring(), "unknown" },
            { AtionetMisbehaviour.ResetAfterStoring(), "unknown" },
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

        var attempt = await Send();

        Assert.IsType<Outcome.Unknown>(attempt.Outcome);
        Assert.Contains("no answer within 1 s", attempt.Outcome.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_after_is_passed_on()
    {
        _simulator.Misbehave(AtionetMisbehaviour.Status(429, retryAfterSeconds: 77));

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.IsType<Outcome.Transient>((await Send()).Outcome).RetryAfter);
    }

    [Fact]
    public async Task A_host_that_is_down_has_not_got_it()
    {
        await _simulator.StopAsync();

        Assert.IsType<Outcome.Transient>((await Send()).Outcome);
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

    private Task<Attempt> Send() => _services.GetRequiredService<IAtionet>().SendAsync(Delivery);

    private static ServiceProvider Services(string baseUrl, AuthorizationForm form = AuthorizationForm.Plain)
    {
        var options = new ProductOptions(
            new Uri(baseUrl),
            new Credentials("fms@example.com", "let-me-insert"),
            form,
            "model",
            "1.0",
            TimeSpan.FromSeconds(1)
        );
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddAtionet(options).BuildServiceProvider();
    }
}
