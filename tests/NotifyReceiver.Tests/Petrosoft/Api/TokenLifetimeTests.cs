using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>When a token is given up, and when another would change nothing.</summary>
public sealed class TokenLifetimeTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_lifetime_that_is_told_is_honoured(bool inReply, bool inToken)
    {
        await using var caller = await Caller.StartAsync(
            new()
            {
                TokenLifetime = Hour,
                TellsTokenLifetime = inReply,
                TokensAreJwts = inToken,
            }
        );
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);

        // A minute before the end it is renewed: at 59 minutes, and not a second earlier.
        caller.Clock.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromSeconds(1));
        await caller.GetAsync(path);
        Assert.Equal(0, caller.Refreshes);
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        await caller.GetAsync(path);

        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
        Assert.DoesNotContain(caller.Host.Requests, request => request.Status == 401);
    }

    [Fact]
    public async Task A_short_life_is_used_to_nine_tenths()
    {
        await using var caller = await Caller.StartAsync(
            new() { TokenLifetime = TimeSpan.FromSeconds(10), TellsTokenLifetime = true }
        );
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);

        caller.Clock.Advance(TimeSpan.FromSeconds(8.9));
        await caller.GetAsync(path);
        Assert.Equal(0, caller.Refreshes);
        caller.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await caller.GetAsync(path);

        Assert.Equal(1, caller.Refreshes);
    }

    [Fact]
    public async Task A_lifetime_that_is_not_told_is_found_out_by_a_401()
    {
        await using var caller = await Caller.StartAsync(new() { TokenLifetime = Hour });
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);

        caller.Clock.Advance(Hour);
        await caller.GetAsync(path);

        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
        Assert.Equal([200, 200, 401, 200, 200], caller.Host.Requests.Select(request => request.Status ?? 0));
    }

    [Fact]
    public async Task A_new_token_that_is_refused_is_not_renewed_again_and_again()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        caller.Host.Misbehave(PetrosoftMisbehaviour.Status(401) with { Endpoint = PetrosoftEndpoint.BusinessDocument });

        Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync(path));
        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
        var second = Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync(path));

        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
        Assert.Equal(TimeSpan.FromMinutes(1), second.RetryAfter);
        Assert.Contains("refuses an access token that is new", second.Detail, StringComparison.Ordinal);

        caller.Clock.Advance(TimeSpan.FromMinutes(1));
        await caller.FetchAsync(path);
        Assert.Equal((1, 2), (caller.LogIns, caller.Refreshes));
    }

    [Fact]
    public async Task An_old_token_is_also_renewed_after_a_403()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Status(403) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocument,
                Times = 1,
            }
        );

        caller.Clock.Advance(TimeSpan.FromMinutes(1));
        await caller.GetAsync(path);

        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
    }

    [Fact]
    public async Task A_403_to_a_new_token_is_a_refusal()
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(PetrosoftMisbehaviour.Status(403) with { Endpoint = PetrosoftEndpoint.BusinessDocument });

        Assert.IsType<Answer<FetchedFile>.Refused>(await caller.FetchAsync(caller.Publish("a.xml")));
        Assert.Equal((1, 0), (caller.LogIns, caller.Refreshes));
    }
}
