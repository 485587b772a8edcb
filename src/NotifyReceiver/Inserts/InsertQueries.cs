using System.Text.Json;
using Dapper;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Inserts.Deciding;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>What people ask about inserts.</summary>
internal sealed class InsertQueries(Database database)
{
    private const string Columns = """
        seq, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number, state, reason, attempts,
        inserts.due_at, terminals.due_at AS terminal_due_at, created_at, corrects, row, document_row
        """;

    private const string From = "FROM inserts LEFT JOIN terminals USING (terminal_code)";

    /// <summary>What the other kind of run left behind.</summary>
    public const string OfOtherRuns = """
        SELECT (SELECT count(*) FROM inserts WHERE state = 'pending' AND is_dry <> @isDryRun)
             + (SELECT count(*) FROM inserts WHERE state = 'dry-run' AND is_dry <> @isDryRun)
        """;

    // Those that are being sent have no index of their own: their requests have, as long as they are under way.
    private const string UnderWay =
        "seq IN (SELECT insert_seq FROM request_inserts JOIN requests ON requests.seq = request WHERE finished_at IS NULL)";

    /// <summary>
    /// Of one state or of all, the newest first. What is mostly rare is found by an index of its state; what most of them are stands
    /// among the newest.
    /// </summary>
    public static string Listing(string? state) =>
        state switch
        {
            null => $"SELECT {Columns} {From} ORDER BY seq DESC LIMIT @most",
            InsertState.Accepted =>
                $"SELECT {Columns} {From} WHERE state = '{InsertState.Accepted}' ORDER BY seq DESC LIMIT @most",
            InsertState.Pending => Listing(state, "INDEXED BY inserts_waiting"),
            InsertState.Verifying => Listing(state, "INDEXED BY inserts_verifying"),
            InsertState.Sending => Listing(state, "", $"AND {UnderWay}"),
            _ => Listing(state, "INDEXED BY inserts_rare"),
        };

    private static string Listing(string state, string index, string condition = "") =>
        $"""
            SELECT {Columns}
            {From}
            WHERE seq IN (SELECT seq FROM inserts {index} WHERE state = '{state}' {condition} ORDER BY seq DESC LIMIT @most)
            ORDER BY seq DESC
            """;

    /// <summary>The newest ones first, of one state or of all.</summary>
    public IReadOnlyList<InsertSummary> List(string? state, int most) => Query(Listing(state), new { most });

    public InsertSummary? Find(InsertId id) =>
        Query($"SELECT {Columns} {From} WHERE seq = @Seq", new { id.Seq }).FirstOrDefault();

    /// <summary>Those that the notification's document yields, in the order of its rows, and those that it once yielded.</summary>
    public IReadOnlyList<InsertSummary> Of(NotificationId notification) => [.. OfEach([notification])[notification]];

    /// <summary>The same for many notifications at once.</summary>
    public ILookup<NotificationId, InsertSummary> OfEach(IEnumerable<NotificationId> notifications)
    {
        using var connection = database.OpenReader();
        return connection
            .Query<long, SummaryRow, (NotificationId Notification, InsertSummary Insert)>(
                $"""
                SELECT notification, {Columns}
                {From} JOIN notification_inserts ON insert_seq = seq
                WHERE notification IN (SELECT value FROM json_each(@notifications))
                ORDER BY notification, line IS NULL, line, seq
                """,
                (notification, insert) => (new NotificationId(notification), insert.ToSummary()),
                new { notifications = JsonSerializer.Serialize(notifications.Select(it => it.Seq)) },
                splitOn: "seq"
            )
            .ToLookup(it => it.Notification, it => it.Insert);
    }

    /// <summary>Field by field, what the insert has otherwise than the delivery that it may correct; empty where it corrects none.</summary>
    public IReadOnlyList<Difference> DifferencesOf(InsertSummary insert) =>
        insert.Corrects is { } earlier && Find(earlier) is { } first
            ? Difference.Between(first.Document, insert.Document)
            : [];

    /// <summary>Whether only the difference to the delivery that it corrects can be sent.</summary>
    public bool HasDifferenceToSend(InsertId id)
    {
        using var connection = database.OpenReader();
        return DecidedInsert.Find(connection, id) is { } insert
            && OnlyTheDifference.Of(connection, insert).Row is not null;
    }

    public IReadOnlyList<NotificationId> NotificationsOf(InsertId id)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<long>(
                    "SELECT DISTINCT notification FROM notification_inserts WHERE insert_seq = @Seq ORDER BY notification",
                    new { id.Seq }
                )
                .Select(seq => new NotificationId(seq)),
        ];
    }

    /// <summary>The requests that it had a part in, the oldest first.</summary>
    public IReadOnlyList<AttemptSummary> AttemptsOf(InsertId id)
    {
        using var connection = database.OpenReader();
        var rows = connection
            .Query<AttemptRow>(
                """
                SELECT requests.seq, purpose, started_at, finished_at, address, body, outcome, status, detail, reply, found
                FROM requests JOIN request_inserts ON request = requests.seq
                WHERE insert_seq = @Seq
                ORDER BY requests.seq
                """,
                new { id.Seq }
            )
            .ToList();
        var together = connection
            .Query<long>(
                "SELECT request FROM request_inserts WHERE request IN (SELECT value FROM json_each(@requests))",
                new { requests = JsonSerializer.Serialize(rows.Select(row => row.Seq)) }
            )
            .CountBy(request => request)
            .ToDictionary();
        return
        [
            .. rows.Select(
                (row, place) =>
                    row.ToSummary(
                        rows.Take(place + 1).Count(earlier => earlier.Purpose == row.Purpose),
                        together[row.Seq]
                    )
            ),
        ];
    }

    /// <summary>Counts what the other kind of run left behind: what waits for a host, or what was only tried dry.</summary>
    public long CountOfOtherRuns(bool isDryRun)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<long>(OfOtherRuns, new { isDryRun });
    }

    private List<InsertSummary> Query(string sql, object parameters)
    {
        using var connection = database.OpenReader();
        return [.. connection.Query<SummaryRow>(sql, parameters).Select(row => row.ToSummary())];
    }

    private sealed record SummaryRow(
        long Seq,
        string Kind,
        string TerminalCode,
        string TankNumber,
        string ProductCode,
        string OccurredAt,
        string? Volume,
        string? InvoiceNumber,
        string State,
        string? Reason,
        long Attempts,
        string DueAt,
        string? TerminalDueAt,
        string CreatedAt,
        long? Corrects,
        string Row,
        string? DocumentRow
    )
    {
        private bool IsBehindItsTerminal =>
            State == InsertState.Pending && string.CompareOrdinal(TerminalDueAt, DueAt) > 0;

        public InsertSummary ToSummary() =>
            new(
                new InsertId(Seq),
                Kind,
                TerminalCode,
                TankNumber,
                ProductCode,
                OccurredAt,
                Volume,
                InvoiceNumber,
                State,
                Reason,
                (int)Attempts,
                UtcText.Parse(IsBehindItsTerminal ? TerminalDueAt! : DueAt),
                UtcText.Parse(CreatedAt),
                Corrects is { } earlier ? new InsertId(earlier) : null,
                Row,
                DocumentRow
            );
    }

    private sealed record AttemptRow(
        long Seq,
        string Purpose,
        string StartedAt,
        string? FinishedAt,
        string? Address,
        string Body,
        string? Outcome,
        long? Status,
        string? Detail,
        string? Reply,
        string? Found
    )
    {
        public AttemptSummary ToSummary(int number, int together) =>
            new(
                number,
                Purpose,
                together,
                UtcText.Parse(StartedAt),
                FinishedAt is null ? null : UtcText.Parse(FinishedAt),
                Address,
                Body,
                Outcome,
                (int?)Status,
                Detail,
                Reply,
                Found
            );
    }
}
