using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.Filling;

namespace NotifyReceiver.Tests.Dispatching.Sending;

/// <summary>When it is believed that ATIONET does not have a delivery, and what becomes of it then.</summary>
public sealed class LookupTests : IAsyncLifetime
{
    private const string Terminal = "ABC-1";

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(5);

    private SendingWorld _world = null!;

    public async Task InitializeAsync() => _world = await SendingWorld.CreateAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_world.Ationet.Violations);
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_list_without_the_latest_that_ationet_accepted_is_not_believed_however_old_that_is()
    {
        var process = _world.Process(_world.Options());
        await _world.FillAsync(Terminal, Delivery("90.5", "2026/01/02 04:31:00", invoice: "INV0"));
        await process.SendAsync(_world);
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1, ActionCode = "701" });
        _world.Ationet.Misbehave(AtionetMisbehaviour.GarbageSuccess(body: "[]") with { ActionCode = "981" });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await process.SendAsync(_world);

        await process.AdvanceAndSendAsync(_world, FirstLook);

        Assert.Equal([InsertState.Accepted, InsertState.Held], _world.States);
        Assert.Contains(
            "neither does it list what it has accepted near it, such as i1",
            _world.Inserts.Find(new InsertId(2))!.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_a_start_the_time_that_ationet_may_be_busy_with_it_is_counted_anew()
    {
        var first = _world.Process(_world.Options());
        _world.Ationet.Misbehave(AtionetMisbehaviour.StoredLate(TimeSpan.FromMinutes(4)) with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await first.SendAsync(_world);
        await first.AdvanceAndSendAsync(_world, FirstLook);

        var second = _world.Process(_world.Options());
        _world.Clock.Set(TimeSpan.FromDays(1));
        await second.SendAsync(_world);
        Assert.Equal([InsertState.Verifying], _world.States);
        await second.AdvanceAndSendAsync(_world, Settle);

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Theory]
    [InlineData(+2)]
    [InlineData(-2)]
    public async Task A_clock_that_is_set_between_two_looks_does_not_make_them_come_too_early(int hours)
    {
        var process = _world.Process(_world.Options());
        _world.Ationet.Misbehave(AtionetMisbehaviour.StoredLate(TimeSpan.FromMinutes(4)) with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await process.SendAsync(_world);
        await process.AdvanceAndSendAsync(_world, FirstLook);

        _world.Clock.Set(TimeSpan.FromHours(hours));
        await process.SendAsync(_world);
        await process.AdvanceAndSendAsync(_world, Settle);

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Theory]
    [InlineData(true, InsertState.AcceptedWithWarnings)]
    [InlineData(false, InsertState.Refused)]
    public async Task A_delivery_that_ationet_warned_of_is_there_or_was_not_processed(bool stored, string state)
    {
        var process = _world.Process(_world.Options());
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResponseCode("10000", stored: stored) with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));

        await process.SendAsync(_world);
        await process.AdvanceAndSendAsync(_world, FirstLook);
        await process.AdvanceAndSendAsync(_world, Settle);

        Assert.Equal([state], _world.States);
        Assert.Equal(stored ? 1 : 0, _world.Ationet.Deliveries.Count);
        Assert.StartsWith(
            "HTTP 200, ResponseCode 10000",
            _world.Inserts.List(null, 1)[0].Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_later_version_takes_the_place_of_one_that_turns_out_not_to_be_there()
    {
        var process = _world.Process(_world.Options());
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetBeforeStoring() with { Times = 1 });
        await VersionAsync("5200.5");
        await process.SendAsync(_world);
        await VersionAsync("5000.5");
        Assert.Equal([InsertState.Verifying, InsertState.Held], _world.States);

        await process.AdvanceAndSendAsync(_world, FirstLook);
        await process.AdvanceAndSendAsync(_world, Settle);

        Assert.Equal([InsertState.Withdrawn, InsertState.Accepted], _world.States);
        Assert.Equal(5000.5m, Assert.Single(_world.Ationet.Deliveries).Volume);
    }

    [Fact]
    public async Task What_is_being_looked_up_cannot_be_released_beside_it_and_can_be_dismissed()
    {
        var process = _world.Process(_world.Options());
        _world.Ationet.Misbehave(AtionetMisbehaviour.ResetAfterStoring() with { Times = 1 });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await process.SendAsync(_world);
        var id = new InsertId(1);

        var (sent, refusal) = await _world.Database.WriteAsync(it =>
            Resending.Release(it, id, _world.Clock.GetUtcNow())
        );
        Assert.Null(sent);
        Assert.Contains("is being looked up at ATIONET", refusal, StringComparison.Ordinal);

        Assert.Null(await _world.Database.WriteAsync(it => Dismissing.Dismiss(it, id, "a tester")));
        await process.AdvanceAndSendAsync(_world, FirstLook);
        Assert.Equal([InsertState.Dismissed], _world.States);
    }

    [Fact]
    public async Task What_a_dead_sender_left_is_taken_up_when_its_turn_has_run_out_or_at_once_by_who_knows_to_be_alone()
    {
        var process = _world.Process(_world.Options());
        await _world.FillAsync(Terminal, Inventory("5.0"));
        await _world.FillAsync("ABC-2", Inventory("6.0"));
        await ClaimAndDieAsync(Terminal);
        await ClaimAndDieAsync("ABC-2");

        await process.SendAsync(_world);
        Assert.Empty(_world.Ationet.Inventories);

        _world.Clock.Advance(Turn.Length - TimeSpan.FromSeconds(1));
        await process.SendAsync(_world);
        Assert.Empty(_world.Ationet.Inventories);
        await process.AdvanceAndSendAsync(_world, TimeSpan.FromSeconds(1));
        Assert.Equal([InsertState.Accepted, InsertState.Accepted], _world.States);

        await _world.FillAsync(Terminal, Inventory("7.0"));
        await ClaimAndDieAsync(Terminal);
        await _world.Database.WriteAsync(Interrupted.EndAllTurns);
        await process.SendAsync(_world);
        Assert.Equal(3, _world.Ationet.Inventories.Count);
    }

    private async Task ClaimAndDieAsync(string terminal)
    {
        var (claim, _) = await new Claiming(_world.Database).ClaimAsync(
            terminal,
            new ClaimTerms(
                IsDryRun: false,
                MaySend: true,
                MayLook: false,
                LooksFirst: true,
                WhyNoLooks: null,
                "POST somewhere",
                _ => 1,
                (_, rows) => rows[0]
            ),
            _world.Clock.GetUtcNow()
        );
        Assert.NotNull(claim);
    }

    private async Task VersionAsync(string volume)
    {
        var now = _world.Clock.GetUtcNow();
        var id = await NotificationAsync(_world.Database, volume, now);
        await FillAsync(_world.Database, id, Terminal, "INV1", isDryRun: false, [Delivery(volume)], now);
    }
}
