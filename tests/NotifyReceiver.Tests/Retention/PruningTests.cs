using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Retention;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Retention;

public sealed class PruningTests : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(100);

    private readonly History _history = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _history.DisposeAsync();

    [Fact]
    public async Task Readings_that_are_old_are_gone_with_all_that_was_sent_of_them()
    {
        var id = await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(Long);

        var count = await _history.PruneAsync();

        Assert.Equal((1, 0), (count.Gone, count.Emptied));
        Assert.Null(_history.Notifications.Find(id));
        foreach (
            var table in new[] { "notifications", "inserts", "notification_inserts", "requests", "request_inserts" }
        )
        {
            Assert.Equal(0, _history.Count($"SELECT count(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task What_is_younger_stays_whole()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(TimeSpan.FromDays(89));

        Assert.Equal(PruningCount.None, await _history.PruneAsync());
    }

    [Fact]
    public async Task What_came_again_lately_is_as_young_as_that()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(Long);
        await Filling.NotificationAsync(_history.Database, "a", _history.Clock.GetUtcNow());

        Assert.Equal(PruningCount.None, await _history.PruneAsync());
    }

    [Fact]
    public async Task Zero_days_are_for_ever()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(PruningCount.None, await _history.PruneAsync(days: 0));
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_changes_nothing()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        await _history.DocumentAsync("bb", "accepted", Filling.Delivery("7"));
        _history.Clock.Advance(Long);

        var counted = await _history.PruneAsync(isDryRun: true);

        Assert.Equal(new PruningCount(1, 1, 3), counted);
        Assert.Equal(2, _history.Count("SELECT count(*) FROM notifications WHERE pruned_at IS NULL"));
        Assert.Equal(counted, await _history.PruneAsync());
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("accepted-with-warnings")]
    [InlineData("withdrawn")]
    [InlineData("dismissed")]
    public async Task A_delivery_stays_with_its_notification_and_what_is_bulky_goes(string state)
    {
        var id = await _history.DocumentAsync("a", state, Filling.Delivery("7"));
        _history.Clock.Advance(Long);

        var count = await _history.PruneAsync();

        Assert.Equal((0, 1), (count.Gone, count.Emptied));
        Assert.NotNull(_history.Notifications.Find(id)!.PrunedAt);
        Assert.Empty(_history.Notifications.Raw(id)!.Value.Body);
        var insert = Assert.Single(_history.Inserts.Of(id));
        Assert.Equal((state, "7", "INV1"), (insert.State, insert.Volume, insert.InvoiceNumber));
        var attempt = Assert.Single(_history.Inserts.AttemptsOf(insert.Id));
        Assert.Equal(("", null, "accepted"), (attempt.Request, attempt.Reply, attempt.Outcome));
        Assert.Equal(PruningCount.None, await _history.PruneAsync());
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("sending")]
    [InlineData("verifying")]
    [InlineData("refused")]
    [InlineData("held")]
    public async Task Where_one_insert_is_open_nothing_of_its_document_goes(string state)
    {
        var id = await _history.DocumentAsync("a", "accepted", Filling.Delivery("7"), Filling.Inventory("5"));
        await _history.ExecuteAsync("UPDATE inserts SET state = @state WHERE kind = 'inventory'", new { state });
        _history.Clock.Advance(Long);

        Assert.Equal(PruningCount.None, await _history.PruneAsync());
        Assert.NotEmpty(_history.Notifications.Raw(id)!.Value.Body);
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("fetching")]
    [InlineData("quarantined")]
    public async Task A_notification_that_is_open_stays(string state)
    {
        await _history.DocumentAsync("a", "accepted");
        await _history.ExecuteAsync("UPDATE notifications SET state = @state", new { state });
        _history.Clock.Advance(Long);

        Assert.Equal(PruningCount.None, await _history.PruneAsync());
    }

    [Fact]
    public async Task A_reading_that_two_documents_share_goes_with_the_last_of_them()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(TimeSpan.FromDays(50));
        await _history.DocumentAsync("b", "accepted", Filling.Inventory("5"));

        _history.Clock.Advance(TimeSpan.FromDays(50));
        Assert.Equal(1, (await _history.PruneAsync()).Gone);
        Assert.Equal(1, _history.Count("SELECT count(*) FROM inserts"));

        _history.Clock.Advance(TimeSpan.FromDays(50));
        Assert.Equal(1, (await _history.PruneAsync()).Gone);
        Assert.Equal(0, _history.Count("SELECT count(*) FROM inserts"));
    }

    [Fact]
    public async Task The_delivery_of_a_document_that_comes_again_is_known()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Delivery("7"));
        _history.Clock.Advance(Long);
        await _history.PruneAsync();

        await _history.DocumentAsync("the same delivery in another document", "accepted", Filling.Delivery("7"));

        Assert.Equal(1, _history.Count("SELECT count(*) FROM inserts"));
    }

    [Fact]
    public async Task A_later_version_without_an_invoice_number_is_still_held_as_a_correction()
    {
        var first = await _history.DocumentAsync("a", "accepted");
        await _history.ConvertAsync(first, "delivery 17", "accepted", Filling.Delivery("7", invoice: null));
        _history.Clock.Advance(Long);
        Assert.Equal(1, (await _history.PruneAsync()).Emptied);

        var second = await Filling.NotificationAsync(_history.Database, "b", _history.Clock.GetUtcNow());
        await _history.FillAsync(second, "delivery 17", Filling.Delivery("8", invoice: null));

        Assert.Equal(InsertState.Held, Assert.Single(_history.Inserts.Of(second)).State);
    }

    [Fact]
    public async Task A_dismissed_notification_that_comes_again_stays_dismissed()
    {
        var id = await _history.DocumentAsync("a", "accepted");
        await _history.Database.WriteAsync(connection => NotificationStore.Dismiss(connection, id, "a tester"));
        _history.Clock.Advance(Long);
        Assert.Equal(1, (await _history.PruneAsync()).Emptied);

        Assert.Equal(id, await Filling.NotificationAsync(_history.Database, "a", _history.Clock.GetUtcNow()));
        Assert.Equal(NotificationState.Dismissed, _history.Notifications.Find(id)!.State);
    }

    [Fact]
    public async Task What_was_pruned_is_not_converted_anew_from_nothing()
    {
        var id = await _history.DocumentAsync("a", "accepted", Filling.Delivery("7"));
        _history.Clock.Advance(Long);
        await _history.PruneAsync();

        Assert.False(await _history.Database.WriteAsync(connection => NotificationStore.Replay(connection, id)));
    }

    [Fact]
    public async Task A_version_that_stands_at_its_path_again_is_whole_again()
    {
        var first = await _history.FetchedAsync("p", "a", "accepted", Filling.Delivery("7"));
        _history.Clock.Advance(TimeSpan.FromMinutes(1));
        await _history.FetchedAsync("p", "b", "accepted", Filling.Delivery("7"));
        _history.Clock.Advance(Long);
        Assert.Equal(2, (await _history.PruneAsync()).Emptied);

        var again = await _history.FetchAsync("p", "a");

        Assert.Equal((first, Arrival.Repeated), (again.Id, again.Arrival));
        Assert.Equal("a"u8, _history.Notifications.Raw(first)!.Value.Body);
        Assert.Equal(NotificationState.Pending, _history.Notifications.Find(first)!.State);
    }

    [Fact]
    public async Task What_catch_up_may_list_again_stays_however_old_it_is()
    {
        await _history.FetchedAsync("old", "a", "accepted", Filling.Inventory("5"));
        _history.Clock.Advance(TimeSpan.FromDays(20));
        await _history.FetchedAsync("listed", "b", "accepted", Filling.Inventory("6"));
        await _history.ExecuteAsync(
            """
            INSERT INTO watermarks (location, document_type, first_day, caught_up_at, tried_at)
            VALUES ('1', 'x', '2026-01-01', '2026-01-22T00:00:00.000Z', '2026-06-01T00:00:00.000Z'),
                   ('removed', 'x', '2026-01-01', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z')
            """
        );
        _history.Clock.Advance(Long);

        Assert.Equal(1, (await _history.PruneAsync()).Gone);
        Assert.Equal("listed", Assert.Single(_history.Notifications.List(null, 9)).Path);
    }

    [Fact]
    public async Task A_clock_that_is_set_ahead_by_years_prunes_nothing()
    {
        await _history.DocumentAsync("a", "accepted", Filling.Inventory("5"));
        await _history.PruneAsync(passed: TimeSpan.Zero);

        _history.Clock.Set(TimeSpan.FromDays(4000));
        await _history.DocumentAsync("b", "accepted", Filling.Inventory("6"));
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.Equal(PruningCount.None, await _history.PruneAsync(passed: TimeSpan.FromHours(1)));
        }

        // What it dated does not stand in the way of what follows.
        _history.Clock.Set(TimeSpan.FromDays(-4000));
        _history.Clock.Advance(TimeSpan.FromDays(1));
        await _history.DocumentAsync("c", "accepted", Filling.Inventory("7"));
        _history.Clock.Advance(Long);
        Assert.Equal(2, (await _history.PruneAsync()).Gone);
    }
}
