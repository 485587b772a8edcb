using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.Fetching;

/// <summary>What notifications name and is to be fetched. What takes a connection runs inside the writer's transaction.</summary>
internal sealed class FetchStore(Database database)
{
    /// <summary>Adds what a notification names, or names again when it is replayed.</summary>
    public static void Add(
        SqliteConnection connection,
        NotificationId notification,
        IReadOnlyList<Reference> references,
        DateTimeOffset now
    )
    {
        for (var line = 0; line < references.Count; line++)
        {
            Add(connection, notification, references[line], "document", line, now);
        }
        foreach (var reference in references)
        {
            Superseding.Judge(connection, notification, reference);
        }
        FetchCompletion.Check(connection, notification);
    }

    /// <summary>Adds the address that confirms a subscription.</summary>
    public static void AddSubscription(
        SqliteConnection connection,
        NotificationId notification,
        Uri address,
        DateTimeOffset now
    ) => Add(connection, notification, new Reference(address.AbsoluteUri), "subscription", line: 0, now);

    /// <summary>Those that are due, the longest due first.</summary>
    public IReadOnlyList<DueFetch> Due(DateTimeOffset now, int most)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<DueRow>(
                    """
                    SELECT notification, path, kind, document_type, business_unit, attempts, wanted_at
                    FROM fetches
                    WHERE state = 'pending' AND due_at <= @now
                    ORDER BY due_at
                    LIMIT @most
                    """,
                    new { now = UtcText.Of(now), most }
                )
                .Select(row => new DueFetch(
                    new NotificationId(row.Notification),
                    row.Path,
                    row.Kind == "subscription",
                    row.DocumentType,
                    row.BusinessUnit,
                    (int)row.Attempts,
                    row.WantedAt
                )),
        ];
    }

    /// <summary>Whether it is still to be fetched for the same wish; meanwhile it may have been dismissed, or named again.</summary>
    public static bool IsWanted(SqliteConnection connection, DueFetch fetch) =>
        connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (
              SELECT 1
              FROM fetches
              WHERE notification = @notification AND path = @Path AND state = 'pending' AND wanted_at = @WantedAt
            )
            """,
            new
            {
                notification = fetch.Notification.Seq,
                fetch.Path,
                fetch.WantedAt,
            }
        );

    /// <summary>It was fetched, and this is what it brought.</summary>
    public static void Finish(SqliteConnection connection, DueFetch fetch, IEnumerable<NotificationId> documents)
    {
        foreach (var document in documents)
        {
            connection.Execute(
                """
                INSERT INTO fetched_documents (notification, path, document) VALUES (@notification, @Path, @document)
                ON CONFLICT DO NOTHING
                """,
                new
                {
                    notification = fetch.Notification.Seq,
                    fetch.Path,
                    document = document.Seq,
                }
            );
        }
        End(connection, fetch, "done", reason: null);
    }

    /// <summary>It cannot be fetched as it stands.</summary>
    public static void Fail(SqliteConnection connection, DueFetch fetch, string reason) =>
        End(connection, fetch, "failed", reason);

    /// <summary>Nothing more is to be fetched for the notification.</summary>
    public static void Abandon(SqliteConnection connection, NotificationId notification, string reason) =>
        connection.Execute(
            "UPDATE fetches SET state = 'failed', reason = @reason WHERE notification = @Seq AND state = 'pending'",
            new { notification.Seq, reason }
        );

    /// <summary>It is to be tried again then.</summary>
    public static void Postpone(SqliteConnection connection, DueFetch fetch, string reason, DateTimeOffset due) =>
        connection.Execute(
            """
            UPDATE fetches
            SET attempts = attempts + 1, reason = @reason, due_at = @due
            WHERE notification = @notification AND path = @Path AND state = 'pending' AND wanted_at = @WantedAt
            """,
            new
            {
                notification = fetch.Notification.Seq,
                fetch.Path,
                fetch.WantedAt,
                reason,
                due = UtcText.Of(due),
            }
        );

    private static void Add(
        SqliteConnection connection,
        NotificationId notification,
        Reference reference,
        string kind,
        int line,
        DateTimeOffset now
    ) =>
        connection.Execute(
            """
            INSERT INTO fetches (notification, path, kind, line, document_type, business_unit, sequencer, state, due_at, wanted_at)
            VALUES
              (@notification, @Path, @kind, @line, @DocumentType, @BusinessUnit, @Sequencer, 'pending', @now, @now)
            ON CONFLICT DO UPDATE SET state = 'pending', reason = NULL, attempts = 0, due_at = @now, wanted_at = @now
            """,
            new
            {
                notification = notification.Seq,
                reference.Path,
                kind,
                line,
                reference.DocumentType,
                reference.BusinessUnit,
                reference.Sequencer,
                now = UtcText.Of(now),
            }
        );

    private static void End(SqliteConnection connection, DueFetch fetch, string state, string? reason)
    {
        connection.Execute(
            """
            UPDATE fetches
            SET state = @state, reason = @reason, attempts = attempts + 1
            WHERE notification = @notification AND path = @Path AND state = 'pending' AND wanted_at = @WantedAt
            """,
            new
            {
                notification = fetch.Notification.Seq,
                fetch.Path,
                fetch.WantedAt,
                state,
                reason,
            }
        );
        FetchCompletion.Check(connection, fetch.Notification);
    }

    private sealed record DueRow(
        long Notification,
        string Path,
        string Kind,
        string? DocumentType,
        string? BusinessUnit,
        long Attempts,
        string WantedAt
    );
}
