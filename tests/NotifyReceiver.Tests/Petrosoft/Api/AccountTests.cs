using System.Text.Json;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>An account that is refused is left alone, and its password is nobody's to read.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task A_refused_login_is_not_tried_again_for_a_quarter_of_an_hour()
    {
        await using var caller = await Caller.StartAsync(change: options => options with { Password = "expired" });

        var first = Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));
        Assert.Equal(first.Detail, caller.Api.Refusal);
        Assert.Contains("HTTP 401", first.Detail, StringComparison.Ordinal);
        // The clock stood at 12:00.
        Assert.Contains("nothing is tried before 12:15 UTC", first.Detail, StringComparison.Ordinal);

        caller.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));
        Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.AccountRefused>(await caller.ListAsync());
        Assert.Single(caller.Host.Requests);

        caller.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));
        Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));
        Assert.Equal(2, caller.Host.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    [InlineData(423)]
    public async Task A_refusal_is_over_once_the_account_may_log_in_again(int status)
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Status(status) with
            {
                Endpoint = PetrosoftEndpoint.Token,
                Times = 1,
            }
        );
        Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync(path));
        Assert.NotNull(caller.Api.Refusal);

        caller.Clock.Advance(TimeSpan.FromMinutes(15));
        await caller.GetAsync(path);

        Assert.Null(caller.Api.Refusal);
    }

    [Theory]
    [InlineData("""{"error":"who are you?"}""")]
    [InlineData("""{"access_token":""}""")]
    [InlineData("""{"access_token":"two words"}""")]
    [InlineData("""{"access_token":"line\r\nbreak"}""")]
    [InlineData("[]")]
    public async Task A_success_without_a_usable_token_counts_as_a_refusal(string body)
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(PetrosoftMisbehaviour.GarbageSuccess(body) with { Endpoint = PetrosoftEndpoint.Token });

        await caller.FetchAsync("a/b.xml");
        Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));

        Assert.Equal(1, caller.LogIns);
    }

    public static TheoryData<PetrosoftMisbehaviour> Hiccups =>
        [
            PetrosoftMisbehaviour.Status(404),
            PetrosoftMisbehaviour.Status(429),
            PetrosoftMisbehaviour.Status(500),
            PetrosoftMisbehaviour.Status(503),
            PetrosoftMisbehaviour.Reset(),
            PetrosoftMisbehaviour.Redirect(),
            PetrosoftMisbehaviour.GarbageSuccess(),
            PetrosoftMisbehaviour.GarbageSuccess("{"),
            PetrosoftMisbehaviour.TruncatedSuccess(),
        ];

    [Theory]
    [MemberData(nameof(Hiccups))]
    public async Task A_log_in_that_merely_fails_is_tried_again_by_the_next_caller(PetrosoftMisbehaviour hiccup)
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        caller.Host.Misbehave(hiccup with { Endpoint = PetrosoftEndpoint.Token, Times = 1 });

        Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync(path));

        Assert.Null(caller.Api.Refusal);
        await caller.GetAsync(path);
        Assert.Empty(caller.Host.Violations);
    }

    [Fact]
    public async Task Without_an_account_nothing_is_called()
    {
        await using var caller = await Caller.StartAsync(change: options =>
            options with
            {
                Login = null,
                Password = null,
            }
        );

        var answer = Assert.IsType<Answer<FetchedFile>.AccountRefused>(await caller.FetchAsync("a/b.xml"));

        Assert.Contains("Petrosoft:Login", answer.Detail, StringComparison.Ordinal);
        Assert.Null(caller.Api.Refusal);
        Assert.Empty(caller.Host.Requests);
    }

    [Fact]
    public async Task Neither_password_nor_token_is_in_any_message_or_log()
    {
        const string password = "pass-w\u00F6rd \"+%&";
        await using var caller = await Caller.StartAsync(new() { Password = password });
        var path = caller.Publish("a.xml");
        var said = new List<string>();

        await caller.GetAsync(path);
        var tokens = caller.Host.Requests[0].Answer!;
        var access = JsonDocument.Parse(tokens).RootElement.GetProperty("access_token").GetString()!;
        var refresh = JsonDocument.Parse(tokens).RootElement.GetProperty("refresh_token").GetString()!;
        PetrosoftMisbehaviour[] echoes =
        [
            PetrosoftMisbehaviour.Status(400, $$"""{"error":"Bearer {{access}} may not"}"""),
            PetrosoftMisbehaviour.Status(500, access),
            PetrosoftMisbehaviour.GarbageSuccess(access),
            PetrosoftMisbehaviour.Redirect($"https://user:{access}@elsewhere.example/?token={access}"),
            PetrosoftMisbehaviour.Reset(),
        ];
        foreach (var echo in echoes)
        {
            caller.Host.Behave();
            caller.Host.Misbehave(echo);
            said.Add($"{await caller.FetchAsync(path)} {await caller.ListAsync()}");
        }
        caller.Host.Behave();
        caller.Host.ExpireAllTokens();
        var echoed = JsonSerializer.Serialize(new { error = $"{caller.Host.Options.Login} {password} {refresh}" });
        caller.Host.Misbehave(PetrosoftMisbehaviour.Status(401, echoed));
        said.Add($"{await caller.FetchAsync(path)} {caller.Api.Refusal}");

        Assert.Contains("Bearer *** may not", said[0], StringComparison.Ordinal);
        Assert.Contains(caller.Log.Lines, line => line.Contains("the account is refused", StringComparison.Ordinal));
        var everything = string.Join('\n', said.Concat(caller.Log.Lines));
        Assert.DoesNotContain(password, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(access, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(refresh, everything, StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_show_no_password()
    {
        var address = new Uri("https://example.com");

        Assert.DoesNotContain(
            "secret",
            new NotifyReceiver.Petrosoft.PetrosoftOptions(address, address, "login", "secret").ToString(),
            StringComparison.Ordinal
        );
    }
}
