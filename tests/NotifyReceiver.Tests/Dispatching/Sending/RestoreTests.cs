using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Simulators.Ationet.Misbehaving;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.Filling;

namespace NotifyReceiver.Tests.Dispatching.Sending;

/// <summary>A copy does not know what was sent after it was made. Nothing may be sent a second time for that.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const string Terminal = "ABC-1";

    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(5);

    private SendingWorld _world = null!;

    public async Task InitializeAsync() => _world = await SendingWorld.CreateAsync();

    public async Task DisposeAsync()
    {
        Assert.Empty(_world.Ationet.Violations);
        Assert.Empty(_world.Ationet.Duplicates);
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task What_was_sent_after_the_copy_was_made_is_found_there_and_not_sent_again()
    {
        await _world.FillAsync(Terminal, Delivery("100.5"));
        var copy = _world.BackUp();
        await SendAsync();

        var restored = await _world.RestoreAsync(copy);
        Assert.Equal([InsertState.Verifying], _world.States);
        await SendAsync();

        Assert.Equal((1, 0), (restored.Verifying, restored.Held));
        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task What_was_not_sent_since_is_sent_once_ationet_has_been_asked()
    {
        await _world.FillAsync(Terminal, Delivery("100.5"));
        var copy = _world.BackUp();

        await _world.RestoreAsync(copy);
        var process = _world.Process(_world.Options());
        await process.SendAsync(_world);
        Assert.Empty(_world.Ationet.Deliveries);
        await process.AdvanceAndSendAsync(_world, Settle);
        await process.AdvanceAndSendAsync(_world, Settle);

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task A_document_that_came_and_was_sent_after_the_copy_may_come_again()
    {
        var copy = _world.BackUp();
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await SendAsync();
        await _world.RestoreAsync(copy);

        await _world.FillAsync(Terminal, Delivery("100.5"));
        Assert.Equal([InsertState.Verifying], _world.States);
        await SendAsync();

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task A_delivery_of_days_after_the_restore_is_sent_as_ever()
    {
        await _world.RestoreAsync(_world.BackUp());
        _world.Clock.Advance(TimeSpan.FromDays(5));

        await _world.FillAsync(Terminal, Delivery("100.5", "2026/01/20 04:31:00"));

        Assert.Equal([InsertState.Pending], _world.States);
    }

    [Fact]
    public async Task Where_nothing_can_be_looked_up_a_person_is_asked()
    {
        await _world.FillAsync(Terminal, Delivery("100.5"));
        var copy = _world.BackUp();
        await SendAsync();
        await _world.RestoreAsync(copy);

        await _world.Process(_world.Options(canLook: false)).SendAsync(_world);

        Assert.Equal([InsertState.Held], _world.States);
        Assert.Contains(
            "it may have been sent between 2026-01-16T12:00:00.000Z and 2026-01-16T12:00:00.000Z, of which the restored database knows nothing",
            _world.Inserts.Find(new InsertId(1))!.Reason,
            StringComparison.Ordinal
        );
        Assert.Single(_world.Ationet.Deliveries);
    }

    // By which of its dates ATIONET filters is not documented: it may be the one at which it took the delivery.
    [Fact]
    public async Task All_the_days_between_the_copy_and_the_restore_are_asked_for()
    {
        await _world.FillAsync(Terminal, Delivery("100.5", "2025/06/01 04:31:00"));
        var copy = _world.BackUp();
        _world.Clock.Advance(TimeSpan.FromDays(5));
        await _world.RestoreAsync(copy);
        _world.Clock.Advance(TimeSpan.FromDays(30));

        await SendAsync();

        var asked = _world.Inserts.AttemptsOf(new InsertId(1)).Select(attempt => attempt.Request).ToList();
        Assert.Contains(asked, it => it.Contains("2026/01/15 12:00:00", StringComparison.Ordinal));
        Assert.Contains(asked, it => it.Contains("2026/01/22 12:00:00", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_in_the_copy_and_sent_since_is_not_sent_by_a_replay()
    {
        _world.Ationet.Misbehave(AtionetMisbehaviour.Status(400) with { Times = 1, ActionCode = "701" });
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await SendAsync();
        Assert.Equal([InsertState.Refused], _world.States);
        var copy = _world.BackUp();
        await ReplayAsync();
        await SendAsync();
        Assert.Equal([InsertState.Accepted], _world.States);
        _world.Clock.Advance(TimeSpan.FromHours(1));

        await _world.RestoreAsync(copy);
        await ReplayAsync();
        Assert.Equal([InsertState.Verifying], _world.States);
        await SendAsync();

        Assert.Equal([InsertState.Accepted], _world.States);
        Assert.Single(_world.Ationet.Deliveries);
    }

    [Fact]
    public async Task A_correction_that_waits_for_a_person_keeps_waiting_and_tells_of_the_doubt()
    {
        await _world.FillAsync(Terminal, Delivery("100.5"));
        await SendAsync();
        await _world.FillAsync(Terminal, Delivery("110.5"));
        Assert.Equal([InsertState.Accepted, InsertState.Held], _world.States);

        var restored = await _world.RestoreAsync(_world.BackUp());
        var asked = await _world.Database.WriteAsync(connection =>
            LookingUp.AskAll(connection, _world.Clock.GetUtcNow())
        );
        await SendAsync();

        Assert.Equal((0, 1, 0), (restored.Verifying, restored.Held, asked));
        Assert.Equal([InsertState.Accepted, InsertState.Held], _world.States);
        var reason = _world.Inserts.Find(new InsertId(2))!.Reason!;
        Assert.StartsWith("this may correct i1", reason, StringComparison.Ordinal);
        Assert.Contains("it may have been sent between", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_are_simply_sent_again()
    {
        await _world.FillAsync(Terminal, Inventory("6098.4"));
        var copy = _world.BackUp();

        var restored = await _world.RestoreAsync(copy);

        Assert.Equal(0, restored.Verifying);
        Assert.Equal([InsertState.Pending], _world.States);
    }

    [Fact]
    public async Task A_number_that_was_given_out_after_the_copy_is_not_given_again()
    {
        var copy = _world.BackUp();
        await _world.FillAsync(Terminal, Inventory("6098.4"));
        await _world.RestoreAsync(copy);

        await _world.FillAsync(Terminal, Inventory("6098.4", "2026/01/15 22:00:00"));

        Assert.Equal(new InsertId(2), Assert.Single(_world.Inserts.List(null, 10)).Id);
    }

    private Task SendAsync() => _world.Process(_world.Options()).SendAsync(_world);

    private async Task ReplayAsync() =>
        Assert.Null(
            await _world.Database.WriteAsync(connection =>
                Resending.Replay(connection, new InsertId(1), _world.Clock.GetUtcNow())
            )
        );
}
