using System.Net;
using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetScriptTests
{
    [Fact]
    public async Task Misbehaviour_lasts_for_as_many_requests_as_told_in_the_order_told()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(503) with { Times = 2 });
        ationet.Misbehave(AtionetMisbehaviour.Status(429) with { Times = 1 });

        Assert.Equal([503, 503, 429, 200], await InsertAsync(caller, times: 4));
    }

    [Fact]
    public async Task Misbehaviour_without_times_lasts_until_cleared()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(500));

        Assert.Equal([500, 500, 500], await InsertAsync(caller, times: 3));
        ationet.Behave();
        Assert.Equal([200], await InsertAsync(caller, times: 1));
    }

    [Fact]
    public async Task Misbehaviour_can_be_for_one_terminal_tank_or_action_only()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(501) with { Terminal = "T2" });
        ationet.Misbehave(AtionetMisbehaviour.Status(502) with { Tank = "2" });
        ationet.Misbehave(AtionetMisbehaviour.Status(503) with { ActionCode = "702" });

        using var delivery = await caller.InsertAsync(AtionetCaller.Delivery);
        using var otherTerminal = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace("\"T1\"", "\"T2\"", StringComparison.Ordinal)
        );
        using var otherTank = await caller.InsertAsync(
            AtionetCaller.Delivery.Replace("\"TankNumber\":\"1\"", "\"TankNumber\":\"2\"", StringComparison.Ordinal)
        );
        using var inventory = await caller.InsertAsync(AtionetCaller.Inventory);

        Assert.Equal(
            [200, 501, 502, 503],
            new[] { delivery, otherTerminal, otherTank, inventory }.Select(response => (int)response.StatusCode)
        );
    }

    [Fact]
    public async Task A_request_that_is_refused_anyway_uses_no_misbehaviour_up()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Status(503) with { Times = 1 });

        using var refused = await caller.InsertAsync("{}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal([503, 200], await InsertAsync(caller, times: 2));
    }

    [Fact]
    public async Task Misbehaviour_that_cannot_be_is_told_at_once()
    {
        await using var ationet = await AtionetSimulator.StartAsync();

        Assert.Throws<ArgumentException>(() => ationet.Misbehave(AtionetMisbehaviour.Status(200)));
        Assert.Throws<ArgumentException>(() => ationet.Misbehave(AtionetMisbehaviour.Slow(TimeSpan.Zero)));
        Assert.Throws<ArgumentException>(() => ationet.Misbehave(AtionetMisbehaviour.Redirect(303)));
        Assert.Throws<ArgumentException>(() => ationet.Misbehave(AtionetMisbehaviour.Status(503) with { Times = 0 }));
    }

    private static async Task<IReadOnlyList<int>> InsertAsync(AtionetCaller caller, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await caller.InsertAsync(AtionetCaller.Delivery);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
