using System.Text;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Notifications;

public sealed class NotificationStoreTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private Database _database = null!;

    private CallInbox Inbox => new(_database);

    private NotificationStore Store => new(_database);

    private NotificationQueries Queries => new(_database);

    public Task InitializeAsync()
    {
        _database = Database.Create(new StorageOptions(_directory.File("data")));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task The_same_body_again_is_the_same_notification()
    {
        var first = await Inbox.AddAsync(Call("body"));
        var again = await Inbox.AddAsync(Call("body"));

        Assert.Equal(Arrival.New, first.Arrival);
        Assert.Equal(new Receipt(first.Id, Arrival.Repeated), again);
        Assert.Equal(2, Assert.Single(Queries.List(null, 10)).TimesReceived);
    }

    [Fact]
    public async Task The_same_id_again_is_the_same_notification_and_another_id_is_another()
    {
        var first = await Inbox.AddAsync(Call("body", "A"));

        Assert.Equal(first.Id, (await Inbox.AddAsync(Call("body", "A"))).Id);
        Assert.NotEqual(first.Id, (await Inbox.AddAsync(Call("body", "B"))).Id);
        Assert.NotEqual(first.Id, (await Inbox.AddAsync(Call("body"))).Id);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_kept_and_waits_for_an_operator()
    {
        var first = await Inbox.AddAsync(Call("one", "A"));
        var other = await Inbox.AddAsync(Call("two", "A"));
        var otherAgain = await Inbox.AddAsync(Call("two", "A"));
        var firstAgain = await Inbox.AddAsync(Call("one", "A"));

        Assert.Equal(Arrival.Conflicting, other.Arrival);
        Assert.Equal(other.Id, otherAgain.Id);
        Assert.Equal(first.Id, firstAgain.Id);
        var kept = Queries.Find(other.Id)!;
        Assert.Equal(NotificationState.Quarantined, kept.State);
        Assert.Equal(first.Id, kept.ConflictsWith);
        Assert.Contains(
            $"came before with another body, as {first.Id}",
            Assert.Single(kept.Reasons),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_hundred_copies_at_once_are_stored_once()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Inbox.AddAsync(Call("body"))));

        Assert.Single(receipts, receipt => receipt.Arrival == Arrival.New);
        Assert.Single(receipts.Select(receipt => receipt.Id).Distinct());
    }

    [Fact]
    public async Task Pending_ones_come_in_the_order_of_their_arrival_and_body_for_body()
    {
        foreach (var body in new[] { "c", "a", "b" })
        {
            await Inbox.AddAsync(Call(body));
        }

        Assert.Equal(["c", "a"], Store.Pending(2).Select(it => Encoding.UTF8.GetString(it.Body)));
    }

    [Fact]
    public async Task A_quarantined_one_tells_its_reasons_and_comes_back_by_a_replay()
    {
        var id = (await Inbox.AddAsync(Call("body"))).Id;

        await _database.WriteAsync(connection =>
            NotificationStore.Settle(connection, id, NotificationState.Quarantined, ["one", "two"])
        );
        Assert.Equal(["one", "two"], Queries.Find(id)!.Reasons);
        Assert.Empty(Store.Pending(10));

        Assert.True(await _database.WriteAsync(connection => NotificationStore.Replay(connection, id)));
        Assert.Equal(id, Assert.Single(Store.Pending(10)).Id);
        Assert.Empty(Queries.Find(id)!.Reasons);
    }

    [Theory]
    [InlineData("n17", 17L)]
    [InlineData("N17", 17L)]
    [InlineData("i17", null)]
    [InlineData("n", null)]
    [InlineData("n-1", null)]
    [InlineData("17", null)]
    [InlineData("n99999999999999999999", null)]
    public void An_id_is_read_as_it_is_shown(string text, long? seq) =>
        Assert.Equal(seq, NotificationId.Parse(text)?.Seq);

    [Fact]
    public async Task Of_two_under_one_id_only_the_one_that_is_named_by_its_reason_is_replayed()
    {
        await Inbox.AddAsync(Call("one", "A"));
        var other = await Inbox.AddAsync(Call("two", "A"));

        Assert.Empty(await _database.WriteAsync(connection => NotificationStore.ReplayQuarantined(connection, null)));
        Assert.Equal(
            [other.Id],
            await _database.WriteAsync(connection => NotificationStore.ReplayQuarantined(connection, "ID 'A'"))
        );
    }

    private static ReceivedCall Call(string body, string? senderId = null) =>
        new(
            DateTimeOffset.UnixEpoch,
            senderId,
            "key 1",
            "127.0.0.1",
            "text/plain",
            "[]"u8.ToArray(),
            Encoding.UTF8.GetBytes(body)
        );
}
