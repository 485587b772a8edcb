using System.Text;
using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;
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
    private int _fetched;

    public OutboxOnDisk()
    {
        Database = Database.Create(new StorageOptions(_directory.File("data")));
    }

    public Database Database { get; }

    public InsertQueries Queries => new(Database);

    public Task<NotificationId> NotificationAsync(string body, DateTimeOffset? receivedAt = null) =>
        Filling.NotificationAsync(Database, body, receivedAt ?? Now);

    /// <summary>A document that was fetched from a path, each a minute after the one before.</summary>
    public Task<NotificationId> FetchedAsync(string path, string body) =>
        Database.WriteAsync(connection =>
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
    ) => Filling.FillAsync(Database, notification, Terminal, identity, isDryRun, rows, Now);

    /// <summary>A newer version of the same document that was converted already.</summary>
    public Task<NotificationId?> NewerAsync(NotificationId notification) =>
        Database.WriteAsync(connection => DocumentVersions.Find(connection, notification).Newer(connection));

    /// <summary>Takes the terminal's turn, and the oldest insert to be sent alone; null when there is none or the turn is taken.</summary>
    public async Task<Claim.Send?> ClaimAsync(bool isDryRun = false, DateTimeOffset? now = null) =>
        (Claim.Send?)
            (
                await new Claiming(Database).ClaimAsync(
                    Terminal,
                    new ClaimTerms(
                        isDryRun,
                        MaySend: true,
                        MayLook: false,
                        LooksFirst: true,
                        WhyNoLooks: null,
                        isDryRun ? null : "POST somewhere",
                        _ => 1,
                        (_, rows) => rows[0]
                    ),
                    now ?? Now
                )
            ).Claim;

    /// <summary>Writes down what became of what was claimed.</summary>
    public Task<bool> RecordAsync(Claim.Send claim, string state, DateTimeOffset? due = null) =>
        new Recording(Database).RecordAsync(
            new RequestRecord(
                claim,
                "x",
                null,
                "",
                null,
                [
                    .. claim.Inserts.Select(insert => new InsertRecord(
                        insert.Id,
                        state,
                        Reason: null,
                        OutcomeUnknown: state == InsertState.Held,
                        due ?? Now,
                        insert.Tries,
                        insert.Waited,
                        MostTogether: null
                    )),
                ],
                Failures: 0,
                Now
            ),
            Now
        );

    /// <summary>What a start finds after the service died: what was under way is looked up, or held where nothing can be.</summary>
    public Task<int> RecoverAsync(bool canLook = false) =>
        Database.WriteAsync(connection =>
        {
            Interrupted.EndAllTurns(connection);
            var recovered = Interrupted.Recover(connection, Terminal, Now);
            if (!canLook)
            {
                VerifiedDelivery.HoldAll(connection, Terminal, "nothing can be looked up");
            }
            return recovered;
        });

    /// <summary>Sends all that is pending, each to this end.</summary>
    public async Task FinishAsync(string state)
    {
        while (state != InsertState.Pending && await ClaimAsync(state == InsertState.DryRun) is { } claimed)
        {
            await RecordAsync(claimed, state);
        }
    }

    /// <summary>An operator's replay of one insert. Null when it will be sent.</summary>
    public Task<string?> ReplayAsync(InsertId id) =>
        Database.WriteAsync(connection => Resending.Replay(connection, id, Now));

    /// <summary>An operator's release of one insert, whole. Null when it will be sent.</summary>
    public async Task<string?> ReleaseAsync(InsertId id) => (await AnswerToReleaseAsync(id)).Refusal;

    public async Task<string?> ReleaseDifferenceAsync(InsertId id) =>
        (await AnswerToReleaseDifferenceAsync(id)).Refusal;

    /// <summary>The same, with what will be sent.</summary>
    public Task<(string? Sent, string? Refusal)> AnswerToReleaseAsync(InsertId id) =>
        Database.WriteAsync(connection => Resending.Release(connection, id, Now));

    public Task<(string? Sent, string? Refusal)> AnswerToReleaseDifferenceAsync(InsertId id) =>
        Database.WriteAsync(connection => Resending.ReleaseDifference(connection, id, Now));

    public Task<string?> DismissAsync(InsertId id) =>
        Database.WriteAsync(connection => Dismissing.Dismiss(connection, id, "a tester"));

    /// <summary>How SQLite would go about a statement, a step a line.</summary>
    public string PlanOf(string statement, object parameters)
    {
        using var connection = Database.OpenReader();
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
        var row = Filling.Delivery(volume, tank: tank, product: product, invoice: invoice);
        return net is null
            ? row
            : row with
            {
                Values = new Dictionary<string, string>(row.Values, StringComparer.Ordinal) { ["TotalVolumeTC"] = net },
            };
    }

    public static Row Inventory(string volume, string at = "2026/01/15 21:58:30") => Filling.Inventory(volume, at);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _directory.Dispose();
    }

    private sealed record PlanStep(long Id, long Parent, long NotUsed, string Detail);
}
