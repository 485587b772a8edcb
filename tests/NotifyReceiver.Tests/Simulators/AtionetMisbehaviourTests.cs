using System.Net;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetMisbehaviourTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task An_error_status_stores_only_when_told_to(bool stored, int deliveries)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(503, retryAfterSeconds: 7) with { Stored = stored });

        using var response = await caller.InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal("50000", await AtionetCaller.ResponseCodeAsync(response));
        Assert.Equal(deliveries, ationet.Deliveries.Count);
        Assert.Empty(ationet.Violations);
    }

    [Fact]
    public async Task A_reset_before_storing_stores_nothing()
    {
        await AssertBrokenOffAsync(AtionetMisbehaviour.ResetBeforeStoring(), RequestEnding.Reset, deliveries: 0);
    }

    [Fact]
    public async Task A_reset_after_storing_has_stored()
    {
        await AssertBrokenOffAsync(AtionetMisbehaviour.ResetAfterStoring(), RequestEnding.Reset, deliveries: 1);
    }

    [Fact]
    public async Task A_truncated_success_breaks_off()
    {
        await AssertBrokenOffAsync(AtionetMisbehaviour.TruncatedSuccess(), RequestEnding.CutShort, deliveries: 1);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Garbage_and_nothing_come_with_a_200(bool stored, int deliveries)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.GarbageSuccess(stored) with { Times = 1 });
        ationet.Misbehave(AtionetMisbehaviour.EmptySuccess(stored) with { Times = 1 });

        using var garbage = await caller.InsertAsync(AtionetCaller.Delivery);
        Assert.Equal(deliveries, ationet.Deliveries.Count);
        using var nothing = await caller.InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(HttpStatusCode.OK, garbage.StatusCode);
        Assert.Equal("text/html", garbage.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, nothing.StatusCode);
        Assert.Equal("", await nothing.Content.ReadAsStringAsync());
        Assert.Equal(2 * deliveries, ationet.Deliveries.Count);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task A_redirect_that_is_followed_is_a_violation(int status)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Redirect(status));

        using var response = await caller.InsertAsync(AtionetCaller.Delivery);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(ationet.Violations);

        using var follower = new HttpClient { Timeout = AtionetCaller.Patience };
        using var followed = await follower.GetAsync(new Uri(new(ationet.BaseUrl), response.Headers.Location!));

        await AtionetCaller.AssertSuccessAsync(followed);
        Assert.Contains("followed a redirect", Assert.Single(ationet.Violations), StringComparison.Ordinal);
        Assert.Empty(ationet.Deliveries);
    }

    [Theory]
    [InlineData("10000", "Operation Succeeded with Warnings", 1)]
    [InlineData("40005", "Invalid Terminal Code", 0)]
    public async Task Another_response_code_comes_with_a_200(string code, string message, int deliveries)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.ResponseCode(code));

        using var response = await caller.InsertAsync(AtionetCaller.Delivery);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(code, await AtionetCaller.ResponseCodeAsync(response));
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(deliveries, ationet.Deliveries.Count);
    }

    private static async Task AssertBrokenOffAsync(AtionetMisbehaviour how, RequestEnding ending, int deliveries)
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(how);

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.InsertAsync(AtionetCaller.Delivery));

        Assert.Equal(deliveries, ationet.Deliveries.Count);
        Assert.Equal(ending, Assert.Single(ationet.Requests).Ending);
        Assert.Empty(ationet.Violations);
    }
}
