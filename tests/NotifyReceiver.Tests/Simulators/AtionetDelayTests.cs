using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetDelayTests
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_slow_host_stores_after_the_delay()
    {
        var clock = new ManualClock();
        await using var ationet = await AtionetSimulator.StartAsync(clock: clock);
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Slow(AnHour));

        var answer = caller.InsertAsync(AtionetCaller.Delivery);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        Assert.Empty(ationet.Deliveries);
        Assert.Equal(RequestEnding.Pending, Assert.Single(ationet.Requests).Ending);
        clock.Advance(AnHour);

        using var response = await answer;
        await AtionetCaller.AssertSuccessAsync(response);
        Assert.Single(ationet.Deliveries);
    }

    [Fact]
    public async Task A_slow_host_stores_nothing_when_the_caller_leaves()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        using var leaving = new CancellationTokenSource();
        ationet.Misbehave(AtionetMisbehaviour.Slow(AnHour));

        var answer = caller.InsertAsync(AtionetCaller.Delivery, cancellationToken: leaving.Token);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await ationet.WaitForAsync(host => host.Requests[0].Ending is RequestEnding.Abandoned, AtionetCaller.Patience);
        Assert.Empty(ationet.Deliveries);
    }

    [Fact]
    public async Task A_host_that_is_slow_after_storing_has_stored_when_the_caller_leaves()
    {
        await using var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        using var leaving = new CancellationTokenSource();
        ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(AnHour));

        var answer = caller.InsertAsync(AtionetCaller.Delivery, cancellationToken: leaving.Token);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Single(ationet.Deliveries);
    }

    [Fact]
    public async Task A_host_that_is_slow_after_storing_answers_when_the_clock_has_come_to_it()
    {
        var clock = new ManualClock();
        await using var ationet = await AtionetSimulator.StartAsync(clock: clock);
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.SlowAfterStoring(AnHour));

        var answer = caller.InsertAsync(AtionetCaller.Delivery);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        Assert.Single(ationet.Deliveries);
        clock.Advance(AnHour - TimeSpan.FromSeconds(1));
        Assert.Equal(1, ationet.HeldRequests);
        clock.Advance(TimeSpan.FromSeconds(1));

        using var response = await answer;
        await AtionetCaller.AssertSuccessAsync(response);
    }

    [Fact]
    public async Task A_delay_ends_when_the_simulator_does()
    {
        var ationet = await AtionetSimulator.StartAsync();
        using var caller = new AtionetCaller(ationet);
        ationet.Misbehave(AtionetMisbehaviour.Slow(AnHour));

        var answer = caller.InsertAsync(AtionetCaller.Delivery);
        await ationet.WaitForAsync(host => host.HeldRequests == 1, AtionetCaller.Patience);
        await ationet.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        Assert.Empty(ationet.Deliveries);
    }
}
