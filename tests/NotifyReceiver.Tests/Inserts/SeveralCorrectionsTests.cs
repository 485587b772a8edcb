using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>
/// Several deliveries correct one that ATIONET has: a difference to it would count what it has once for each of them, or what it
/// has no longer.
/// </summary>
public sealed class SeveralCorrectionsTests : IAsyncLifetime
{
    private static readonly InsertId Second = new(2);
    private static readonly InsertId Third = new(3);

    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    // 1000 became 1200 and 1100: with both differences ATIONET would have 1000 + 200 + 100 = 1300 of 2300.
    [Fact]
    public async Task Of_two_lines_that_correct_one_neither_is_sent_as_a_difference()
    {
        await AcceptAsync("1000.0");
        await FillAsync("b", Delivery("1200.0"), Delivery("1100.0"));

        Assert.Equal(
            "i3, which is held, corrects i1 as well, so it is not known to what there is a difference; "
                + "correct it in the portal and dismiss i2",
            await _outbox.ReleaseDifferenceAsync(Second)
        );
        Assert.StartsWith("i2, which is held", await _outbox.ReleaseDifferenceAsync(Third), StringComparison.Ordinal);
        Assert.Equal([InsertState.Held, InsertState.Held], [_outbox.StateOf(2), _outbox.StateOf(3)]);
        Assert.False(_outbox.Queries.HasDifferenceToSend(Second));
    }

    [Fact]
    public async Task After_one_was_released_whole_the_other_is_not_sent_as_a_difference()
    {
        await AcceptAsync("1000.0");
        await FillAsync("b", Delivery("1200.0"), Delivery("1100.0"));
        await _outbox.ReleaseAsync(Second);
        await _outbox.FinishAsync(InsertState.Accepted);

        Assert.StartsWith(
            "i2, which is accepted, corrects i1 as well",
            await _outbox.ReleaseDifferenceAsync(Third),
            StringComparison.Ordinal
        );
    }

    // The portal has 800 by now; 100 more, which is the difference of 1100 to the first 1000, would make it 900.
    [Fact]
    public async Task After_one_was_corrected_in_the_portal_the_next_is_not_sent_as_a_difference()
    {
        await AcceptAsync("1000.0");
        await FillAsync("b", Delivery("800.0"));
        await _outbox.DismissAsync(Second);
        await FillAsync("c", Delivery("1100.0"));

        Assert.StartsWith(
            "i2, which is dismissed, corrects i1 as well",
            await _outbox.ReleaseDifferenceAsync(Third),
            StringComparison.Ordinal
        );
        Assert.Equal(InsertState.Held, _outbox.StateOf(3));
    }

    [Fact]
    public async Task One_that_was_withdrawn_does_not_stand_against_the_difference()
    {
        await AcceptAsync("1000.0");
        await FillAsync("b", Delivery("1200.0"));
        await FillAsync("c", Delivery("1100.0"));

        Assert.Equal(InsertState.Withdrawn, _outbox.StateOf(2));
        Assert.True(_outbox.Queries.HasDifferenceToSend(Third));
        Assert.Null(await _outbox.ReleaseDifferenceAsync(Third));
    }

    private async Task AcceptAsync(string volume)
    {
        await FillAsync("a", Delivery(volume));
        await _outbox.FinishAsync(InsertState.Accepted);
    }

    private async Task FillAsync(string body, params IReadOnlyList<Row> rows) =>
        await _outbox.FillAsync(await _outbox.NotificationAsync(body), "INV1", isDryRun: false, rows);
}
