using System.Net;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Simulators;

public sealed class PetrosoftTokenTests
{
    private const string Listing = "/account-level-resources?documentType=categories";

    [Fact]
    public async Task A_log_in_gives_both_tokens_and_opens_the_documents()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        using var caller = new PetrosoftCaller(petrosoft);

        var tokens = await caller.LogInAsync();
        using var response = await caller.GetAsync(Listing);

        Assert.NotEmpty(tokens.GetProperty("refresh_token").GetString()!);
        Assert.False(tokens.TryGetProperty("expires_in", out _));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, petrosoft.CountOf(PetrosoftEndpoint.Token));
        Assert.Empty(petrosoft.Violations);
    }

    [Theory]
    [InlineData("""{"login":"station.api@example.com","password":"wrong"}""", 401, "login")]
    [InlineData("""{"login":"station.api@example.com"}""", 400, "password")]
    [InlineData("""{"login":"station.api@example.com","password":5}""", 400, "password")]
    [InlineData("""{"login":"station.api@example.com","password":"let-me-read","x":"y"}""", 400, "x")]
    [InlineData("""{"login":"a","login":"b","password":"c"}""", 400, "body")]
    [InlineData("[]", 400, "body")]
    public async Task A_wrong_log_in_is_refused_with_what_is_wrong(string body, int status, string parameter)
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        using var client = new HttpClient { Timeout = AtionetCaller.Patience };
        using var content = new StringContent(
            body,
            new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
        );

        using var response = await client.PostAsync(new Uri(petrosoft.BaseUrl + "/v1/auth/token"), content);

        Assert.Equal(status, (int)response.StatusCode);
        var answer = await PetrosoftCaller.JsonAsync(response);
        Assert.Equal(parameter, answer.GetProperty("parameter").GetString());
        Assert.Single(petrosoft.Violations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    public async Task A_token_that_was_never_given_out_is_refused(string token)
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        using var caller = new PetrosoftCaller(petrosoft) { AccessToken = token };

        using var response = await caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("Authorization", Assert.Single(petrosoft.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_good_for_its_lifetime_and_not_a_moment_longer()
    {
        var clock = new ManualClock();
        var lifetime = TimeSpan.FromSeconds(300);
        await using var petrosoft = await PetrosoftSimulator.StartAsync(
            new() { TokenLifetime = lifetime, TellsTokenLifetime = true },
            clock
        );
        using var caller = new PetrosoftCaller(petrosoft);
        var tokens = await caller.LogInAsync();

        clock.Advance(lifetime - TimeSpan.FromTicks(1));
        using var good = await caller.GetAsync(Listing);
        clock.Advance(TimeSpan.FromTicks(1));
        using var expired = await caller.GetAsync(Listing);

        Assert.Equal(300, tokens.GetProperty("expires_in").GetInt32());
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Empty(petrosoft.Violations);
    }

    [Fact]
    public async Task A_refresh_token_buys_a_new_access_token()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        using var caller = new PetrosoftCaller(petrosoft);
        var tokens = await caller.LogInAsync();
        petrosoft.ExpireAccessTokens();
        using var expired = await caller.GetAsync(Listing);

        using var refresh = await caller.RefreshAsync(tokens.GetProperty("refresh_token").GetString());
        var refreshed = await PetrosoftCaller.JsonAsync(refresh);
        caller.AccessToken = refreshed.GetProperty("access_token").GetString()!;
        using var response = await caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(refreshed.TryGetProperty("refresh_token", out _));
        Assert.Equal(1, petrosoft.CountOf(PetrosoftEndpoint.RefreshToken));
    }

    [Fact]
    public async Task When_all_tokens_expire_only_a_log_in_helps()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync();
        using var caller = new PetrosoftCaller(petrosoft);
        var tokens = await caller.LogInAsync();
        petrosoft.ExpireAllTokens();

        using var refresh = await caller.RefreshAsync(tokens.GetProperty("refresh_token").GetString());
        await caller.LogInAsync();
        using var response = await caller.GetAsync(Listing);

        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_rotating_refresh_token_is_good_once()
    {
        await using var petrosoft = await PetrosoftSimulator.StartAsync(new() { RotatesRefreshTokens = true });
        using var caller = new PetrosoftCaller(petrosoft);
        var first = (await caller.LogInAsync()).GetProperty("refresh_token").GetString();

        using var once = await caller.RefreshAsync(first);
        using var twice = await caller.RefreshAsync(first);
        var second = (await PetrosoftCaller.JsonAsync(once)).GetProperty("refresh_token").GetString();
        using var next = await caller.RefreshAsync(second);

        Assert.Equal(HttpStatusCode.Unauthorized, twice.StatusCode);
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }
}
