using NotifyReceiver.Simulators.Ationet;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Simulators;

public sealed class AtionetLateTests : IAsyncLifetime
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    private readonly ManualClock _clock = new();
    private AtionetSimulator _ationet = null!;
    private AtionetCaller _caller = null!;

    public async Task InitializeAsync()
    {
        _ationet = await AtionetSimulator.StartAsync(clock: _clock);
        _caller = new(_ationet);
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _ationet.DisposeAsync();
    }

    [Fact]
    public async Task What_comes_late_is_there_after_the_delay_though_the_caller_left_at_once()
    {
        await LeaveOneAsync(AnHour);
        Assert.Equal(RequestEnding.Reset, Assert.Single(_ationet.Requests).Ending);

        _clock.Advance(AnHour - TimeSpan.FromSeconds(1));
        Assert.Equal(1, _ationet.LateRequests);
        Assert.Empty(_ationet.Rows);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _ationet.LateRequests);
        Assert.Equal(_clock.GetUtcNow(), Assert.Single(_ationet.Deliveries).ReceivedAt);
    }

    [Fact]
    public async Task What_comes_late_is_a_duplicate_of_what_was_sent_again_before()
    {
        await LeaveOneAsync(AnHour);
        using var again = await _caller.InsertAsync(AtionetCaller.Delivery);
        Assert.Empty(_ationet.Duplicates);

        _clock.Advance(AnHour);

        Assert.Single(_ationet.Duplicates);
    }

    [Fact]
    public async Task What_comes_late_comes_in_the_order_of_the_delays_and_stands_so_among_the_rows()
    {
        _ationet.Misbehave(AtionetMisbehaviour.StoredLate(AnHour) with { Times = 1, ActionCode = "702" });
        await LeaveOneAsync(2 * AnHour);
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.InsertAsync(AtionetCaller.Inventory));
        Assert.Equal(2, _ationet.LateRequests);

        _clock.Advance(2 * AnHour);

        Assert.Equal([InsertKind.Inventory, InsertKind.Delivery], _ationet.Rows.Select(row => row.Kind));
    }

    [Fact]
    public async Task What_comes_late_comes_while_the_host_is_down()
    {
        await LeaveOneAsync(AnHour);

        await _ationet.StopAsync();
        _clock.Advance(AnHour);

        Assert.Single(_ationet.Deliveries);
    }

    [Fact]
    public async Task What_a_reset_forgets_does_not_come_late()
    {
        await LeaveOneAsync(AnHour);

        _ationet.Reset();
        Assert.Equal(0, _ationet.LateRequests);
        _clock.Advance(AnHour);

        Assert.Empty(_ationet.Rows);
    }

    private async Task LeaveOneAsync(TimeSpan delay)
    {
        _ationet.Misbehave(AtionetMisbehaviour.StoredLate(delay) with { Times = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => _caller.InsertAsync(AtionetCaller.Delivery));
    }
}
