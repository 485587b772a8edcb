using System.Text;
using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Tests.Support;

/// <summary>The outbox on a real file, without the workers: a test plays them.</summary>
internal sealed class OutboxOnDisk : IAsyncDisposable
{
    public const string Terminal = "ABC0123456789";

    public static readonly DateTimeOffset Now = new(2026, 1, 16, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryDirectory _directory = new();
    private readonly Database _database;
    private int _fetched;

    public OutboxOnDisk()
    {
        _database = Database.Create(new StorageOptions(_directory.File("data")));
    }

    public AttemptStore Store => new(_database);

    public InsertQueries Queries => new(_database);

    public async Task<NotificationId> NotificationAsync(string body, DateTimeOffset? receivedAt = null)
    {
        var call = new ReceivedCall(receivedAt ?? Now, body, "key 1", null, null, [], Encoding.UTF8.GetBytes(body));
        return (await new CallInbox(_database).AddAsync(call)).Id;
    }

    /// <summary>A document that was fetched from a path, each a minute after the one before.</summary>
    public Task<NotificationId> FetchedAsync(string path, string body) =>
        _database.WriteAsync(connection =>
            FetchedInbox
                .Add(
                    connection,
                    new FetchedDocument(
                        NotificationOrigin.Fetch,
                        path,
                        DocumentType: null,
                        BusinessUnit: null,
                        Now.AddMinutes(++_fetched),
                        ContentType: null,
                        Encoding.UTF8.GetBytes(body)
                    ),
                    Now.AddDays(1)
                )!
                .Id
        );

    /// <summary>Converts a notification into these rows.</summary>
    public Task<IReadOnlyList<string>> FillAsync(NotificationId notification, params IReadOnlyList<Row> rows) =>
        FillAsync(notification, identity: null, isDryRun: false, rows);

    public Task<IReadOnlyList<string>> FillAsync(
        NotificationId notification,
        bool isDryRun,
        params IReadOnlyList<Row> rows
    ) => FillAsync(notification, identity: null, isDryRun, rows);

    /// <param name="identity">What later versions of the document have too.</param>
    public Task<IReadOnlyList<string>> FillAsync(
        NotificationId notification,
        string? identity,
        bool isDryRun,
        params IReadOnlyList<Row> rows
    ) =>
        _database.WriteAsync(connection =>
        {
            NotificationStore.Identify(connection, notification, "document", "profile", "12345", identity);
            var versions = DocumentVersions.Find(connection, notification);
            var inserts = NewInsert.FromDocument(Terminal, rows);
            var notes = new Outbox(connection, versions, inserts, isDryRun, Now).Fill();
            NotificationStore.Settle(connection, notification, NotificationState.Converted, notes);
            return notes;
        });

    /// <summary>A newer version of the same document that was converted already.</summary>
    public Task<NotificationId?> NewerAsync(NotificationId notification) =>
        _database.WriteAsync(connection => DocumentVersions.Find(connection, notification).Newer(connection));

    public Task<ClaimedInsert?> ClaimAsync(bool isDryRun = false) =>
        Store.ClaimAsync(Now, isDryRun ? null : "POST somewhere", (_, _, row) => row);

    /// <summary>Sends all that is pending, each to this end.</summary>
    public async Task FinishAsync(string state)
    {
        while (state != InsertState.Pending && await ClaimAsync(state == InsertState.DryRun) is { } claimed)
        {
            await Store.RecordAsync(
                new AttemptRecord(claimed.Id, claimed.Attempt, "x", null, "", null, state, null, null),
                Now
            );
        }
    }

    /// <summary>An operator's replay of one insert. Null when it will be sent.</summary>
    public Task<string?> ReplayAsync(InsertId id) =>
        _database.WriteAsync(connection => Resending.Replay(connection, id, Now));

    /// <summary>An operator's release of one insert, whole. Null when it will be sent.</summary>
    public async Task<string?> ReleaseAsync(InsertId id) => (await AnswerToReleaseAsync(id)).Refusal;

    public async Task<string?> ReleaseDifferenceAsync(InsertId id) =>
        (await AnswerToReleaseDifferenceAsync(id)).Refusal;

    /// <summary>The same, with what will be sent.</summary>
    public Task<(string? Sent, string? Refusal)> AnswerToReleaseAsync(InsertId id) =>
        _database.WriteAsync(connection => Resending.Release(connection, id, Now));

    public Task<(string? Sent, string? Refusal)> AnswerToReleaseDifferenceAsync(InsertId id) =>
        _database.WriteAsync(connection => Resending.ReleaseDifference(connection, id, Now));

    public Task<string?> DismissAsync(InsertId id) =>
        _database.WriteAsync(connection => Dismissing.Dismiss(connection, id, "a tester"));

    /// <summary>How SQLite would go about a statement, a step a line.</summary>
    public string PlanOf(string statement, object parameters)
    {
        using var connection = _database.OpenReader();
        return string.Join(
            '\n',
            connection.Query<PlanStep>($"EXPLAIN QUERY PLAN {statement}", parameters).Select(step => step.Detail)
        );
    }

    public string StateOf(int insert) => Queries.Find(new InsertId(insert))!.State;

    public static Row Delivery(
        string volume,
        string tank = "01",
        string product = "001",
        string? invoice = "INV1",
        string? net = null
    )
    {
        var row = Make(
            RowKind.Delivery,
            tank,
            product,
            ("CreatedDateTime", "2026/01/15 04:31:00"),
            ("TotalVolume", volume)
        );
        return row with { Values = With(With(row.Values, "InvoiceNumber", invoice), "TotalVolumeTC", net) };
    }

    public static Row Inventory(string volume, string at = "2026/01/15 21:58:30") =>
        Make(RowKind.Inventory, "01", "001", ("DateTime", at), ("Volume", volume));

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _directory.Dispose();
    }

    private static IReadOnlyDictionary<string, string> With(
        IReadOnlyDictionary<string, string> values,
        string field,
        string? value
    ) => value is null ? values : new Dictionary<string, string>(values, StringComparer.Ordinal) { [field] = value };

    private static Row Make(
        RowKind kind,
        string tank,
        string product,
        params IEnumerable<(string Field, string Value)> values
    ) =>
        new(
            kind,
            values
                .Append(("TankNumber", tank))
                .Append(("ProductCode", product))
                .ToDictionary(it => it.Item1, it => it.Item2, StringComparer.Ordinal)
        );

    private sealed record PlanStep(long Id, long Parent, long NotUsed, string Detail);
}
