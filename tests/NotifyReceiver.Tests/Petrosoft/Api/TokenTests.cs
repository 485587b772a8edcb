using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

/// <summary>One access token for everybody, for as long as it is good.</summary>
public sealed class TokenTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Many_callers_at_once_log_in_once()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Slow(TimeSpan.FromSeconds(5)) with
            {
                Endpoint = PetrosoftEndpoint.Token,
            }
        );

        var fetches = Enumerable.Range(0, 50).Select(_ => caller.FetchAsync(path)).ToList();
        await caller.Host.WaitForAsync(host => host.HeldRequests == 1, Patience);
        caller.Clock.Advance(TimeSpan.FromSeconds(5));
        var answers = await Task.WhenAll(fetches);

        Assert.All(answers, answer => Assert.IsType<Answer<FetchedFile>.Got>(answer));
        Assert.Equal(1, caller.LogIns);
        Assert.Empty(caller.Host.Violations);
    }

    [Fact]
    public async Task Many_callers_share_the_failure_of_one_log_in()
    {
        await using var caller = await Caller.StartAsync();
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Slow(TimeSpan.FromSeconds(5)) with
            {
                Endpoint = PetrosoftEndpoint.Token,
            }
        );

        var fetches = Enumerable.Range(0, 20).Select(_ => caller.FetchAsync("a/b.xml")).ToList();
        await caller.Host.WaitForAsync(host => host.HeldRequests == 1, Patience);
        await caller.Host.StopAsync();
        var answers = await Task.WhenAll(fetches);

        Assert.All(answers, answer => Assert.IsType<Answer<FetchedFile>.Failed>(answer));
        Assert.Equal(1, caller.LogIns);
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_end_the_log_in_of_the_others()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Slow(TimeSpan.FromSeconds(5)) with
            {
                Endpoint = PetrosoftEndpoint.Token,
            }
        );
        using var giving = new CancellationTokenSource();

        var first = caller.Api.FetchAsync(path, giving.Token);
        await caller.Host.WaitForAsync(host => host.HeldRequests == 1, Patience);
        var second = caller.FetchAsync(path);
        await giving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        caller.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.IsType<Answer<FetchedFile>.Got>(await second);
        Assert.Equal(1, caller.LogIns);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_refreshed_once_however_many_find_out()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);
        caller.Host.ExpireAccessTokens();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => caller.FetchAsync(path)));

        Assert.All(answers, answer => Assert.IsType<Answer<FetchedFile>.Got>(answer));
        Assert.Equal((1, 1), (caller.LogIns, caller.Refreshes));
        Assert.Empty(caller.Host.Violations);
    }

    [Fact]
    public async Task When_the_refresh_is_refused_the_account_logs_in_once()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);
        caller.Host.ExpireAllTokens();

        await caller.GetAsync(path);

        Assert.Equal((2, 1), (caller.LogIns, caller.Refreshes));

        // The new refresh token took the place of the refused one.
        caller.Host.ExpireAccessTokens();
        await caller.GetAsync(path);
        Assert.Equal((2, 2), (caller.LogIns, caller.Refreshes));
    }

    [Fact]
    public async Task A_refresh_token_that_was_refused_is_not_tried_again()
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);
        caller.Host.ExpireAllTokens();
        caller.Host.Misbehave(PetrosoftMisbehaviour.Status(503) with { Endpoint = PetrosoftEndpoint.Token, Times = 1 });

        Assert.IsType<Answer<FetchedFile>.Failed>(await caller.FetchAsync(path));
        await caller.GetAsync(path);

        Assert.Equal((3, 1), (caller.LogIns, caller.Refreshes));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task When_the_refresh_fails_the_account_logs_in(int status)
    {
        await using var caller = await Caller.StartAsync();
        var path = caller.Publish("a.xml");
        await caller.GetAsync(path);
        caller.Host.ExpireAccessTokens();
        caller.Host.Misbehave(PetrosoftMisbehaviour.Status(status) with { Endpoint = PetrosoftEndpoint.RefreshToken });

        await caller.GetAsync(path);

        Assert.Equal((2, 1), (caller.LogIns, caller.Refreshes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refresh_token_is_used_again_or_replaced_as_the_host_wants_it(bool rotates)
    {
        await using var caller = await Caller.StartAsync(new() { RotatesRefreshTokens = rotates });
        var path = caller.Publish("a.xml");

        for (var round = 0; round < 4; round++)
        {
            await caller.GetAsync(path);
            caller.Host.ExpireAccessTokens();
        }

        Assert.Equal((1, 3), (caller.LogIns, caller.Refreshes));
    }

    [Fact]
    public async Task All_tokens_may_expire_between_two_pages()
    {
        await using var caller = await Caller.StartAsync(new() { LargestPage = 10 });
        caller.PublishMany(25);
        caller.Host.Misbehave(
            PetrosoftMisbehaviour.Slow(TimeSpan.FromSeconds(5)) with
            {
                Endpoint = PetrosoftEndpoint.BusinessDocuments,
                Times = 1,
            }
        );

        var listing = caller.ListAsync();
        await caller.Host.WaitForAsync(host => host.HeldRequests == 1, Patience);
        caller.Host.ExpireAllTokens();
        caller.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(25, Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Got>(await listing).Value.Count);
        Assert.Equal((2, 1), (caller.LogIns, caller.Refreshes));
    }
}
