using System.Net;
using System.Text.Json;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Simulators;

public sealed class PetrosoftMisbehaviourTests : IAsyncLifetime
{
    private const string Listing = "/account-level-resources?documentType=categories";

    private PetrosoftSimulator _petrosoft = null!;
    private PetrosoftCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _petrosoft = await PetrosoftSimulator.StartAsync();
        _caller = new(_petrosoft);
        await _caller.LogInAsync();
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _petrosoft.DisposeAsync();
    }

    [Fact]
    public async Task The_next_requests_fail_with_a_status()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Status(503, retryAfterSeconds: 2) with { Times = 1 });

        using var failed = await _caller.GetAsync(Listing);
        using var well = await _caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), failed.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, well.StatusCode);
        Assert.Equal(2, _petrosoft.CountOf(PetrosoftEndpoint.AccountLevelResources));
        Assert.Empty(_petrosoft.Violations);
    }

    [Fact]
    public async Task The_next_requests_are_reset()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Reset() with { Times = 1, Endpoint = PetrosoftEndpoint.Token });

        using var other = await _caller.GetAsync(Listing);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(_caller.LogInAsync);
        await _caller.LogInAsync();
    }

    [Fact]
    public async Task A_redirect_that_is_followed_is_a_violation()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Redirect());

        using var response = await _caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/redirected", Assert.Single(_petrosoft.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_can_be_garbage_or_break_off()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.GarbageSuccess() with { Times = 1 });
        _petrosoft.Misbehave(PetrosoftMisbehaviour.TruncatedSuccess() with { Times = 1 });

        using var garbage = await _caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.OK, garbage.StatusCode);
        Assert.Equal("text/html", garbage.Content.Headers.ContentType?.MediaType);
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.GetAsync(Listing));
    }

    [Theory]
    [InlineData("""{"kind":"redirect","status":307,"location":"http://127.0.0.1:1/"}""")]
    [InlineData("""{"kind":"garbageSuccess","body":"{","endpoint":"token"}""")]
    [InlineData("""{"kind":"truncatedSuccess","times":2}""")]
    [InlineData("""{"kind":"status","status":503,"retryAt":"2026-01-16T12:00:00+00:00"}""")]
    public async Task A_tester_sees_in_the_state_what_is_to_come(string body)
    {
        using var tester = new HttpClient();
        using var content = new StringContent(body);
        using var told = await tester.PostAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/misbehave"), content);
        using var state = JsonDocument.Parse(
            await tester.GetStringAsync(new Uri($"{_petrosoft.BaseUrl}/_simulator/state"))
        );

        Assert.Equal(HttpStatusCode.NoContent, told.StatusCode);
        var toCome = Assert.Single(state.RootElement.GetProperty("misbehaviour").EnumerateArray());
        using var expected = JsonDocument.Parse(body);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, toCome), toCome.GetRawText());
    }

    [Fact]
    public async Task Requests_are_held_until_the_simulator_ends()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Slow(TimeSpan.FromHours(1)));

        var first = _caller.GetAsync(Listing);
        var second = _caller.GetAsync(Listing);
        await _petrosoft.WaitForAsync(host => host.HeldRequests == 2, AtionetCaller.Patience);
        await _petrosoft.StopAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => first);
        await Assert.ThrowsAsync<HttpRequestException>(() => second);
        Assert.Equal(0, _petrosoft.HeldRequests);
    }

    [Fact]
    public async Task A_request_that_is_refused_anyway_uses_no_misbehaviour_up()
    {
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Status(500) with { Times = 1 });
        _petrosoft.ExpireAccessTokens();

        using var expired = await _caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        using var logIn = await _caller.PostAsync(
            "/v1/auth/token",
            new { login = _petrosoft.Options.Login, password = _petrosoft.Options.Password }
        );
        Assert.Equal(HttpStatusCode.InternalServerError, logIn.StatusCode);
    }

    [Fact]
    public async Task A_reset_of_the_state_keeps_documents_and_tokens()
    {
        _petrosoft.Publish("12345", "fuel-invoice", "5127/", "a.xml", default);
        _petrosoft.Misbehave(PetrosoftMisbehaviour.Status(500));

        _petrosoft.Reset();

        using var response = await _caller.GetAsync(Listing);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(_petrosoft.Documents);
        Assert.Single(_petrosoft.Requests);
        Assert.Equal(0, _petrosoft.CountOf(PetrosoftEndpoint.Token));
    }

    [Fact]
    public async Task A_host_that_was_down_still_knows_its_tokens()
    {
        await _petrosoft.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.GetAsync(Listing));
        await _petrosoft.RestartAsync();

        using var response = await _caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
