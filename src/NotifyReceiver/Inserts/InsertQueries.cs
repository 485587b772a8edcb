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
        seq, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number,
        state, reason, attempts, due_at, created_at, corrects, row, document_row
        """;

    /// <summary>The newest ones first, of one state or of all.</summary>
    public IReadOnlyList<InsertSummary> List(string? state, int most) =>
        Query(
            $"SELECT {Columns} FROM inserts WHERE @state IS NULL OR state = @state ORDER BY seq DESC LIMIT @most",
            new { state, most }
        );

    public InsertSummary? Find(InsertId id) =>
        Query($"SELECT {Columns} FROM inserts WHERE seq = @Seq", new { id.Seq }).FirstOrDefault();

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
                FROM inserts JOIN notification_inserts ON insert_seq = seq
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

    public IReadOnlyList<AttemptSummary> AttemptsOf(InsertId id)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<AttemptRow>(
                    """
                    SELECT number, started_at, finished_at, address, request, outcome, status, detail, reply
                    FROM attempts
                    WHERE insert_seq = @Seq
                    ORDER BY number
                    """,
                    new { id.Seq }
                )
                .Select(row => row.ToSummary()),
        ];
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
        string CreatedAt,
        long? Corrects,
        string Row,
        string? DocumentRow
    )
    {
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
                UtcText.Parse(DueAt),
                UtcText.Parse(CreatedAt),
                Corrects is { } earlier ? new InsertId(earlier) : null,
                Row,
                DocumentRow
            );
    }

    private sealed record AttemptRow(
        long Number,
        string StartedAt,
        string? FinishedAt,
        string? Address,
        string Request,
        string? Outcome,
        long? Status,
        string? Detail,
        string? Reply
    )
    {
        public AttemptSummary ToSummary() =>
            new(
                (int)Number,
                UtcText.Parse(StartedAt),
                FinishedAt is null ? null : UtcText.Parse(FinishedAt),
                Address,
                Request,
                Outcome,
                (int?)Status,
                Detail,
                Reply
            );
    }
}
