using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Tests.Support;
using static NotifyReceiver.Tests.Support.OutboxOnDisk;

namespace NotifyReceiver.Tests.Inserts;

/// <summary>Held is what ATIONET may have, and what it surely has not and waits for an operator; only the first stays as it is.</summary>
public sealed class KnownOutcomeTests : IAsyncLifetime
{
    private readonly OutboxOnDisk _outbox = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    // i2 corrects i1, was released, refused by ATIONET, and is held again by a replay of its document.
    [Fact]
    public async Task What_was_sent_and_refused_gives_way_to_a_later_version_though_it_is_held()
    {
        await HoldAgainAsync();

        await FillAsync("c", Delivery("130.0"));

        Assert.Equal([InsertState.Withdrawn, InsertState.Held], [_outbox.StateOf(2), _outbox.StateOf(3)]);
        Assert.Equal(new InsertId(1), _outbox.Queries.Find(new InsertId(3))!.Corrects);
    }

    [Fact]
    public async Task What_was_sent_and_refused_is_made_anew_by_a_replay_though_it_is_held()
    {
        var second = await HoldAgainAsync();

        await FillAsync(second, Delivery("120.0", net: "119.0"));

        Assert.Contains("119.0", _outbox.Queries.Find(new InsertId(2))!.Row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_and_refused_is_not_said_to_be_at_ationet_though_it_is_held()
    {
        var second = await HoldAgainAsync();

        // Another notification brought it as well, so it is not withdrawn.
        await _outbox.FillAsync(await _outbox.NotificationAsync("other"), "INV9", isDryRun: false, Delivery("120.0"));
        var notes = await _outbox.FillAsync(second, "INV1", isDryRun: false);

        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
        Assert.DoesNotContain(notes, note => note.Contains("i2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_ationet_may_have_stays_until_an_operator_releases_it()
    {
        var first = await _outbox.NotificationAsync("a");
        await FillAsync(first, Delivery("100.0"));
        await _outbox.ClaimAsync();
        await _outbox.RecoverAsync();

        await FillAsync("b", Delivery("120.0"));
        Assert.Equal([InsertState.Held, InsertState.Held], [_outbox.StateOf(1), _outbox.StateOf(2)]);

        await _outbox.ReleaseAsync(new InsertId(1));
        await FillAsync("c", Delivery("130.0"));
        Assert.Equal(
            [InsertState.Withdrawn, InsertState.Withdrawn, InsertState.Pending],
            [_outbox.StateOf(1), _outbox.StateOf(2), _outbox.StateOf(3)]
        );
    }

    [Fact]
    public async Task A_later_version_waits_for_an_operator_where_ationet_may_have_the_one_that_was_dismissed()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.ClaimAsync();
        await _outbox.RecoverAsync();
        Assert.Null(await _outbox.DismissAsync(new InsertId(1)));

        await FillAsync("b", Delivery("120.0"));

        Assert.Equal([InsertState.Dismissed, InsertState.Held], [_outbox.StateOf(1), _outbox.StateOf(2)]);
    }

    private async Task<NotificationId> HoldAgainAsync()
    {
        await FillAsync("a", Delivery("100.0"));
        await _outbox.FinishAsync(InsertState.Accepted);
        var second = await _outbox.NotificationAsync("b");
        await FillAsync(second, Delivery("120.0"));
        await _outbox.ReleaseAsync(new InsertId(2));
        await _outbox.FinishAsync(InsertState.Refused);
        await FillAsync(second, Delivery("120.0"));
        Assert.Equal(InsertState.Held, _outbox.StateOf(2));
        return second;
    }

    private async Task FillAsync(string body, params IReadOnlyList<Row> rows) =>
        await FillAsync(await _outbox.NotificationAsync(body), rows);

    private Task<IReadOnlyList<string>> FillAsync(NotificationId notification, params IReadOnlyList<Row> rows) =>
        _outbox.FillAsync(notification, "INV1", isDryRun: false, rows);
}
