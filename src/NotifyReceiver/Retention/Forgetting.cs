using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Retention;

/// <summary>
/// Prunes one notification, inside the writer's transaction: with its readings and all that was sent of them. One behind a delivery
/// that ATIONET has or may have stays, without its body, and so does the delivery: by these a document that comes again is known, and
/// a later version is told from another delivery.
/// </summary>
internal static class Forgetting
{
    /// <summary>Its inserts that can go with it: no other notification stands behind them, and nothing corrects them.</summary>
    public const string Forgettable = $"""
        SELECT seq
        FROM inserts
        WHERE seq IN (SELECT insert_seq FROM notification_inserts WHERE notification = @seq)
          AND {InsertState.MayBeForgotten}
          AND NOT EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = inserts.seq AND notification <> @seq)
          AND NOT EXISTS (SELECT 1 FROM inserts AS later WHERE later.corrects = inserts.seq)
        """;

    /// <summary>
    /// Whether it must be known again: it stands behind a delivery that stays, somebody decided that nothing is to come of it, it
    /// is an older version of another, or one conflicts with it.
    /// </summary>
    public const string MustStay = $"""
        SELECT state = 'dismissed'
          OR (state = 'noted' AND (identity IS NOT NULL OR path IS NOT NULL))
          OR EXISTS (SELECT 1 FROM notifications AS other WHERE other.conflicts_with = notifications.seq)
          OR EXISTS (
            SELECT 1
            FROM notification_inserts JOIN inserts ON inserts.seq = insert_seq
            WHERE notification = notifications.seq AND (
              NOT {InsertState.MayBeForgotten} OR EXISTS (SELECT 1 FROM inserts AS later WHERE later.corrects = inserts.seq)
            )
          )
        FROM notifications
        WHERE seq = @seq
        """;

    private const string Delete = """
        DELETE FROM notification_inserts WHERE notification = @seq;
        DELETE FROM fetched_documents WHERE notification = @seq;
        DELETE FROM fetched_documents WHERE document = @seq;
        DELETE FROM fetches WHERE notification = @seq;
        DELETE FROM seen
        WHERE same_as = (SELECT same_as FROM notifications WHERE seq = @seq) AND notification = @seq;
        DELETE FROM notifications WHERE seq = @seq
        """;

    private const string Empty = """
        UPDATE notifications SET body = x'', headers = '[]', pruned_at = @now WHERE seq = @seq
        """;

    /// <summary>What ATIONET was asked and answered goes too; that it was, when, and with which outcome stays.</summary>
    public const string EmptyRequests = $"""
        UPDATE requests
        SET body = '', reply = NULL
        WHERE seq IN (
            SELECT request
            FROM request_inserts
            WHERE insert_seq IN (SELECT insert_seq FROM notification_inserts WHERE notification = @seq)
          )
          AND finished_at IS NOT NULL AND (body <> '' OR reply IS NOT NULL)
          AND NOT EXISTS (
            SELECT 1
            FROM request_inserts JOIN inserts ON inserts.seq = insert_seq
            WHERE request = requests.seq AND inserts.state IN {InsertState.Open}
          )
        """;

    /// <returns>What became of it.</returns>
    public static Pruned Prune(SqliteConnection connection, long seq, DateTimeOffset now)
    {
        // It may have come again, or been replayed, since it was found.
        var isFinished = connection.ExecuteScalar<bool>(
            $"SELECT EXISTS (SELECT 1 FROM notifications WHERE seq = @seq AND {Candidate.Finished})",
            new { seq }
        );
        if (!isFinished)
        {
            return Pruned.Not;
        }
        foreach (var insert in connection.Query<long>(Forgettable, new { seq }).ToList())
        {
            Forget(connection, insert);
        }
        if (connection.ExecuteScalar<bool>(MustStay, new { seq }))
        {
            connection.Execute(EmptyRequests, new { seq });
            connection.Execute(Empty, new { seq, now = UtcText.Of(now) });
            return Pruned.Emptied;
        }
        connection.Execute(Delete, new { seq });
        return Pruned.Gone;
    }

    /// <summary>The same, without doing it.</summary>
    public static Pruned WhatWouldBecomeOf(SqliteConnection connection, long seq) =>
        connection.ExecuteScalar<bool>(MustStay, new { seq }) ? Pruned.Emptied : Pruned.Gone;

    private static void Forget(SqliteConnection connection, long insert)
    {
        var requests = connection
            .Query<long>("DELETE FROM request_inserts WHERE insert_seq = @insert RETURNING request", new { insert })
            .ToList();
        foreach (var request in requests)
        {
            connection.Execute(
                """
                DELETE FROM requests
                WHERE seq = @request AND finished_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM request_inserts WHERE request = @request)
                """,
                new { request }
            );
        }
        connection.Execute(
            "DELETE FROM notification_inserts WHERE insert_seq = @insert; DELETE FROM inserts WHERE seq = @insert",
            new { insert }
        );
    }
}
