using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications;

/// <summary>Where notifications stand, and what waits. What takes a connection runs inside the writer's transaction.</summary>
internal sealed class NotificationStore(Database database)
{
    /// <summary>The oldest pending ones, in the order of their arrival.</summary>
    public IReadOnlyList<PendingNotification> Pending(int most)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<PendingRow>(
                    """
                    SELECT seq, origin, path, document_type, business_unit, body
                    FROM notifications
                    WHERE state = 'pending'
                    ORDER BY seq
                    LIMIT @most
                    """,
                    new { most }
                )
                .Select(row => row.ToPending()),
        ];
    }

    /// <summary>Says what its document is, before the outbox is filled from it: its versions are found by that.</summary>
    /// <param name="identity">What its later versions have too; null where the profile does not say.</param>
    public static void Identify(
        SqliteConnection connection,
        NotificationId id,
        string shape,
        string profile,
        string location,
        string? identity
    ) =>
        connection.Execute(
            """
            UPDATE notifications
            SET shape = @shape, profile = @profile, location = @location, identity = @identity
            WHERE seq = @Seq
            """,
            new
            {
                id.Seq,
                shape,
                profile,
                location,
                identity,
            }
        );

    /// <summary>Ends its turn: it is no longer pending, or no longer fetching.</summary>
    /// <param name="state">One of <see cref="NotificationState"/>.</param>
    /// <param name="reasons">Why it stands there, or what an operator should know about it; a line each.</param>
    /// <param name="shape">What its body turned out to be; null leaves it as it was.</param>
    public static void Settle(
        SqliteConnection connection,
        NotificationId id,
        string state,
        IReadOnlyList<string> reasons,
        string? shape = null
    ) =>
        connection.Execute(
            """
            UPDATE notifications
            SET state = @state, reason = @reason, shape = coalesce(@shape, shape)
            WHERE seq = @Seq AND state IN ('pending', 'fetching')
            """,
            new
            {
                id.Seq,
                state,
                shape,
                reason = reasons.Count == 0 ? null : string.Join('\n', reasons),
            }
        );

    /// <summary>Puts it back to be converted anew. False when there is no such notification, or its body was pruned.</summary>
    public static bool Replay(SqliteConnection connection, NotificationId id) =>
        connection.Execute(
            "UPDATE notifications SET state = 'pending', reason = NULL WHERE seq = @Seq AND pruned_at IS NULL",
            new { id.Seq }
        ) == 1;

    /// <summary>Whether its body was pruned; false also where there is no such notification.</summary>
    public static bool IsPruned(SqliteConnection connection, NotificationId id) =>
        connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM notifications WHERE seq = @Seq AND pruned_at IS NOT NULL)",
            new { id.Seq }
        );

    /// <summary>
    /// Puts back all that is quarantined, or those of it that have a text in their reasons; of two with one id, which are to be
    /// compared first, only those that the text names.
    /// </summary>
    public static IReadOnlyList<NotificationId> ReplayQuarantined(SqliteConnection connection, string? reason) =>
        [
            .. connection
                .Query<long>(
                    """
                    UPDATE notifications
                    SET state = 'pending', reason = NULL
                    WHERE state = 'quarantined'
                      AND CASE
                        WHEN @reason IS NULL THEN conflicts_with IS NULL
                        ELSE instr(lower(reason), lower(@reason)) > 0
                      END
                    RETURNING seq
                    """,
                    new { reason }
                )
                .Order()
                .Select(seq => new NotificationId(seq)),
        ];

    /// <summary>Decides that nothing is to come of it.</summary>
    /// <param name="who">Whose decision it is; its reasons stay.</param>
    public static void Dismiss(SqliteConnection connection, NotificationId id, string who) =>
        connection.Execute(
            """
            UPDATE notifications
            SET state = 'dismissed', reason = concat_ws(char(10), @decision, reason)
            WHERE seq = @Seq
            """,
            new { id.Seq, decision = $"dismissed by {who}" }
        );

    /// <summary>Null when there is no such notification.</summary>
    public static string? StateOf(SqliteConnection connection, NotificationId id) =>
        connection.QueryFirstOrDefault<string>("SELECT state FROM notifications WHERE seq = @Seq", new { id.Seq });

    private sealed record PendingRow(
        long Seq,
        string Origin,
        string? Path,
        string? DocumentType,
        string? BusinessUnit,
        byte[] Body
    )
    {
        public PendingNotification ToPending() =>
            new(new NotificationId(Seq), Origin, Path, DocumentType, BusinessUnit, Body);
    }
}
