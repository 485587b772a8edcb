using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Simulators.Petrosoft;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Tests.Petrosoft.Api;

public sealed class MisbehavingHostTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private string _path = null!;

    public async Task InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _path = _caller.Publish("a.xml");
    }

    public Task DisposeAsync() => _caller.DisposeAsync().AsTask();

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_may_pass_is_a_failure(int status)
    {
        Misbehave(PetrosoftMisbehaviour.Status(status));

        var failed = Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path));

        Assert.Contains($"HTTP {status} (simulated)", failed.Detail, StringComparison.Ordinal);
        Assert.Null(failed.RetryAfter);
        Assert.Equal(1, _caller.Host.CountOf(PetrosoftEndpoint.BusinessDocument));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(405)]
    [InlineData(406)]
    [InlineData(413)]
    [InlineData(451)]
    public async Task What_will_not_pass_is_a_refusal(int status)
    {
        Misbehave(PetrosoftMisbehaviour.Status(status));

        var refused = Assert.IsType<Answer<FetchedFile>.Refused>(await _caller.FetchAsync(_path));

        Assert.Contains($"HTTP {status} (simulated)", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_is_missing()
    {
        Misbehave(PetrosoftMisbehaviour.Status(410));

        Assert.IsType<Answer<FetchedFile>.Missing>(await _caller.FetchAsync(_path));
    }

    [Fact]
    public async Task A_large_error_page_does_not_make_a_failure_a_refusal()
    {
        Misbehave(PetrosoftMisbehaviour.Status(503, new string('x', 1_000_000)));

        Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path));
    }

    [Fact]
    public async Task Retry_after_is_passed_on_in_seconds()
    {
        Misbehave(PetrosoftMisbehaviour.Status(503, retryAfterSeconds: 77));

        Assert.Equal(TimeSpan.FromSeconds(77), await RetryAfterAsync());
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(-90, 0)]
    public async Task Retry_after_is_passed_on_as_a_date(int fromNow, int seconds)
    {
        Misbehave(
            PetrosoftMisbehaviour.Status(429) with
            {
                RetryAt = _caller.Clock.GetUtcNow() + TimeSpan.FromSeconds(fromNow),
            }
        );

        Assert.Equal(TimeSpan.FromSeconds(seconds), await RetryAfterAsync());
    }

    [Fact]
    public async Task Retry_after_of_a_log_in_is_passed_on()
    {
        _caller.Host.Misbehave(PetrosoftMisbehaviour.Status(429, retryAfterSeconds: 30));

        Assert.Equal(TimeSpan.FromSeconds(30), await RetryAfterAsync());
    }

    [Fact]
    public async Task A_broken_connection_is_a_failure()
    {
        Misbehave(PetrosoftMisbehaviour.Reset());
        Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path));

        _caller.Host.Behave();
        Misbehave(PetrosoftMisbehaviour.TruncatedSuccess());
        Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path));
    }

    [Fact]
    public async Task A_host_that_is_down_is_a_failure_until_it_is_back()
    {
        await _caller.Host.StopAsync();
        Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path));

        await _caller.Host.RestartAsync();
        await _caller.GetAsync(_path);
    }

    [Fact]
    public async Task A_host_that_takes_longer_than_a_minute_is_a_failure()
    {
        Misbehave(PetrosoftMisbehaviour.Slow(TimeSpan.FromMinutes(10)));

        var fetching = _caller.FetchAsync(_path);
        await _caller.Host.WaitForAsync(host => host.HeldRequests == 1, TimeSpan.FromSeconds(30));
        _caller.Clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.Equal(1, _caller.Host.HeldRequests);
        _caller.Clock.Advance(TimeSpan.FromTicks(1));

        var failed = Assert.IsType<Answer<FetchedFile>.Failed>(await fetching);
        Assert.Contains("gave no whole answer within 60 s", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so_and_not_of_a_failure()
    {
        Misbehave(PetrosoftMisbehaviour.Slow(TimeSpan.FromMinutes(10)));
        using var giving = new CancellationTokenSource();

        var fetching = _caller.Api.FetchAsync(_path, giving.Token);
        await _caller.Host.WaitForAsync(host => host.HeldRequests == 1, TimeSpan.FromSeconds(30));
        await giving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task A_list_has_a_limit_of_its_own()
    {
        Misbehave(PetrosoftMisbehaviour.GarbageSuccess(new string(' ', (8 * 1024 * 1024) + 1)));

        var refused = Assert.IsType<Answer<IReadOnlyList<ListedDocument>>.Refused>(await _caller.ListAsync());

        Assert.Contains("more than 8 MiB", refused.Detail, StringComparison.Ordinal);
    }

    private void Misbehave(PetrosoftMisbehaviour how)
    {
        foreach (
            var endpoint in (PetrosoftEndpoint[])
                [PetrosoftEndpoint.BusinessDocument, PetrosoftEndpoint.BusinessDocuments]
        )
        {
            _caller.Host.Misbehave(how with { Endpoint = endpoint });
        }
    }

    private async Task<TimeSpan?> RetryAfterAsync() =>
        Assert.IsType<Answer<FetchedFile>.Failed>(await _caller.FetchAsync(_path)).RetryAfter;
}
