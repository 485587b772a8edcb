using System.Text;
using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Retention;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Space;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Retention;

/// <summary>Something to prune: documents that came on some day, and what came of them.</summary>
internal sealed class History : IAsyncDisposable
{
    public static readonly DateTimeOffset FirstDay = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();

    public History()
    {
        Database = Database.Create(new StorageOptions(_directory.File("data")));
    }

    public Database Database { get; }

    /// <summary>The days of the history begin with the clock's.</summary>
    public ManualClock Clock { get; } = new(FirstDay);

    public NotificationQueries Notifications => new(Database);

    public InsertQueries Inserts => new(Database);

    public FileSpace Space
    {
        get
        {
            using var connection = Database.OpenReader();
            return FileSpace.Of(connection);
        }
    }

    /// <summary>A document that a call brought now, converted into these rows, each of which comes to that end.</summary>
    public async Task<NotificationId> DocumentAsync(string body, string state, params IReadOnlyList<Row> rows)
    {
        var id = await Filling.NotificationAsync(Database, body, Clock.GetUtcNow());
        await ConvertAsync(id, identity: null, state, rows);
        return id;
    }

    /// <summary>The same, fetched from a path.</summary>
    public async Task<NotificationId> FetchedAsync(
        string path,
        string body,
        string state,
        params IReadOnlyList<Row> rows
    )
    {
        var id = (await FetchAsync(path, body)).Id;
        await ConvertAsync(id, identity: null, state, rows);
        return id;
    }

    public Task<Receipt> FetchAsync(string path, string body) =>
        Database.WriteAsync(connection =>
            FetchedInbox.Add(
                connection,
                new FetchedDocument(
                    NotificationOrigin.CatchUp,
                    path,
                    DocumentType: null,
                    BusinessUnit: null,
                    Clock.GetUtcNow(),
                    ContentType: null,
                    Encoding.UTF8.GetBytes(body)
                ),
                Clock.GetUtcNow()
            )!
        );

    public Task<IReadOnlyList<string>> FillAsync(NotificationId id, string? identity, params IReadOnlyList<Row> rows) =>
        Filling.FillAsync(Database, id, OutboxOnDisk.Terminal, identity, isDryRun: false, rows, Clock.GetUtcNow());

    public async Task ConvertAsync(NotificationId id, string? identity, string state, params IReadOnlyList<Row> rows)
    {
        await FillAsync(id, identity, rows);
        await ExecuteAsync(
            """
            UPDATE inserts SET state = @state
            WHERE state = 'pending' AND seq IN (SELECT insert_seq FROM notification_inserts WHERE notification = @Seq);

            INSERT INTO requests (terminal_code, purpose, started_at, finished_at, address, body, outcome, reply)
            SELECT 'ABC', 'insert', @now, @now, 'somewhere', 'what was sent', 'accepted', 'what came back'
            WHERE EXISTS (SELECT 1 FROM notification_inserts WHERE notification = @Seq);

            INSERT INTO request_inserts (request, insert_seq)
            SELECT (SELECT max(seq) FROM requests), insert_seq FROM notification_inserts WHERE notification = @Seq
            """,
            new
            {
                state,
                id.Seq,
                now = UtcText.Of(Clock.GetUtcNow()),
            }
        );
    }

    public Task ExecuteAsync(string sql, object? parameters = null) =>
        Database.WriteAsync(connection => connection.Execute(sql, parameters));

    public long Count(string sql)
    {
        using var connection = Database.OpenReader();
        return connection.ExecuteScalar<long>(sql);
    }

    public async Task<PruningCount> PruneAsync(
        int days = 90,
        long maxBytes = 0,
        bool isDryRun = false,
        TimeSpan? passed = null
    )
    {
        var options = new RetentionOptions(TimeSpan.FromDays(days), maxBytes);
        var catchUp = new CatchUpOptions([], TimeSpan.Zero, OverlapDays: 2);
        var pruning = new Pruning(Database, new CatchUpStore(Database), catchUp, options, Clock);
        var pass = pruning.PassAsync(passed ?? TimeSpan.FromDays(1000), isDryRun, CancellationToken.None);
        while (!pass.IsCompleted)
        {
            // The pauses between the steps.
            Clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }
        return await pass;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _directory.Dispose();
    }
}
