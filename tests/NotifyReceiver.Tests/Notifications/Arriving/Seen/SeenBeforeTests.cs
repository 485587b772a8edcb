using System.Globalization;
using System.Text;
using Dapper;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Notifications.Arriving.Seen;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Storage;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Notifications.Arriving.Seen;

/// <summary>What came before is known, filed or not, whichever process added it and whatever was undone in between.</summary>
public sealed class SeenBeforeTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private Database _database = null!;

    private StorageOptions Options => new(_directory.File("data"));

    private Filing Filing => new(_database);

    public Task InitializeAsync()
    {
        _database = Database.Create(Options);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Each_is_known_before_and_after_it_is_filed_and_after_a_restart()
    {
        const int Calls = 1000;
        var ids = await PostAsync(Calls);
        Assert.Equal(Calls, await Filing.WaitingAsync());
        Assert.Equal(ids, await PostAsync(Calls));

        await Filing.FileAsync(int.MaxValue / 2, CancellationToken.None);
        Assert.Equal(0, await Filing.WaitingAsync());
        Assert.Equal(ids, await PostAsync(Calls));

        var more = await PostAsync(Calls + 10);
        await RestartAsync();
        Assert.Equal(10, await Filing.WaitingAsync());
        Assert.Equal(more, await PostAsync(Calls + 10));
    }

    [Fact]
    public async Task They_are_filed_piece_by_piece_and_each_piece_stays_filed()
    {
        var ids = await PostAsync(1000);

        await Filing.FileAsync(most: 300, CancellationToken.None);
        Assert.Equal(700, await Filing.WaitingAsync());
        await RestartAsync();
        Assert.Equal(700, await Filing.WaitingAsync());
        await Filing.FileAsync(most: 300, CancellationToken.None);

        Assert.Equal(400, await Filing.WaitingAsync());
        Assert.Equal(ids, await PostAsync(1000));
    }

    [Fact]
    public async Task What_another_process_added_is_known_and_what_was_added_here_is_known_there()
    {
        await using var other = Database.OpenExisting(Options.DatabaseFile);
        var here = await AddAsync(_database, "here");
        var there = await AddAsync(other, "there");

        Assert.Equal(new Receipt(there.Id, Arrival.Repeated), await AddAsync(_database, "there"));
        Assert.Equal(new Receipt(here.Id, Arrival.Repeated), await AddAsync(other, "here"));
        await Filing.FileAsync(int.MaxValue / 2, CancellationToken.None);
        Assert.Equal(new Receipt(here.Id, Arrival.Repeated), await AddAsync(other, "here"));
        Assert.Equal(new Receipt(there.Id, Arrival.Repeated), await AddAsync(_database, "there"));
    }

    [Fact]
    public async Task Two_that_come_at_once_are_one()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AddAsync(_database, "same")));

        Assert.Single(receipts, receipt => receipt.Arrival == Arrival.New);
        Assert.Single(receipts.Select(receipt => receipt.Id).Distinct());
    }

    [Fact]
    public async Task What_another_inbox_added_in_the_same_commit_is_known()
    {
        await using var other = Database.OpenExisting(Options.DatabaseFile);
        await AddAsync(other, "one that is not read yet");
        var named = new Reference("/named", null, null);
        using var begun = new ManualResetEventSlim();
        using var together = new ManualResetEventSlim();
        var first = _database.WriteAsync(_ =>
        {
            begun.Set();
            together.Wait();
        });
        begun.Wait();
        var call = AddAsync(_database, "call");
        var added = _database.WriteAsync(it => NamedInbox.Add(it, named, DateTimeOffset.UnixEpoch));
        var same = _database.WriteAsync(it => NamedInbox.Add(it, named, DateTimeOffset.UnixEpoch));
        var behind = AddAsync(_database, "behind");
        var again = AddAsync(_database, "behind");
        together.Set();
        await first;

        Assert.Equal(new NotificationId(2), (await call).Id);
        Assert.Equal(new NotificationId(3), await added);
        Assert.Null(await same);
        Assert.Equal(new Receipt(new NotificationId(4), Arrival.New), await behind);
        Assert.Equal(new Receipt(new NotificationId(4), Arrival.Repeated), await again);
        Assert.True(await _database.WriteAsync(it => NamedInbox.IsKnown(it, named)));
    }

    // The number of what was undone comes again, as that of a notification which this process has not read.
    [Fact]
    public async Task What_takes_the_number_of_one_that_was_undone_is_known()
    {
        await using var other = Database.OpenExisting(Options.DatabaseFile);
        await AddAsync(_database, "first");
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            _database.WriteAsync(connection =>
            {
                NamedInbox.Add(connection, new Reference("/undone", null, null), DateTimeOffset.UnixEpoch);
                NamedInbox.Add(connection, new Reference("/undone too", null, null), DateTimeOffset.UnixEpoch);
                throw new InvalidDataException();
            })
        );
        var second = await AddAsync(other, "second");
        await AddAsync(other, "third");

        Assert.Equal(new NotificationId(2), second.Id);
        Assert.Equal(new Receipt(second.Id, Arrival.Repeated), await AddAsync(_database, "second"));
    }

    [Fact]
    public async Task A_filing_that_was_interrupted_is_done_again()
    {
        var ids = await PostAsync(600);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Filing.FileAsync(1000, stopped.Token));
        await _database.WriteAsync(connection =>
            connection.Execute("INSERT INTO seen SELECT same_as, seq FROM notifications WHERE seq < 100")
        );

        await RestartAsync();
        await Filing.FileAsync(int.MaxValue / 2, CancellationToken.None);

        Assert.Equal(ids, await PostAsync(600));
        Assert.Equal(600, await _database.WriteAsync(it => it.ExecuteScalar<long>("SELECT count(*) FROM seen")));
    }

    [Fact]
    public async Task One_that_is_no_longer_kept_may_come_again()
    {
        await AddAsync(_database, "old");
        await Filing.FileAsync(int.MaxValue / 2, CancellationToken.None);
        await _database.WriteAsync(connection => connection.Execute("DELETE FROM notifications"));

        var again = await AddAsync(_database, "old");
        await Filing.FileAsync(int.MaxValue / 2, CancellationToken.None);

        Assert.Equal(Arrival.New, again.Arrival);
        Assert.Equal(new Receipt(again.Id, Arrival.Repeated), await AddAsync(_database, "old"));
    }

    [Fact]
    public async Task A_commit_that_failed_left_nothing_behind()
    {
        await AddAsync(_database, "kept");
        var lost = AddAsync(_database, "lost");
        var broken = _database.WriteAsync(connection => connection.Execute("ROLLBACK"));
        await Task.WhenAll(lost, broken).ContinueWith(_ => { }, TaskScheduler.Default);

        // Whether the first was in the same commit is a matter of chance; whether it is known follows from it.
        var expected = lost.IsCompletedSuccessfully ? Arrival.Repeated : Arrival.New;
        Assert.Equal(expected, (await AddAsync(_database, "lost")).Arrival);
        Assert.Equal(Arrival.Repeated, (await AddAsync(_database, "kept")).Arrival);
    }

    private static Task<Receipt> AddAsync(Database database, string body) =>
        new CallInbox(database).AddAsync(
            new ReceivedCall(
                DateTimeOffset.UnixEpoch,
                null,
                "key 1",
                null,
                null,
                "[]"u8.ToArray(),
                Encoding.UTF8.GetBytes(body)
            )
        );

    private async Task<IReadOnlyList<NotificationId>> PostAsync(int calls)
    {
        var receipts = await Task.WhenAll(
            Enumerable.Range(0, calls).Select(i => AddAsync(_database, i.ToString(CultureInfo.InvariantCulture)))
        );
        return [.. receipts.Select(receipt => receipt.Id)];
    }

    private async Task RestartAsync()
    {
        await _database.DisposeAsync();
        _database = Database.Create(Options);
    }
}
