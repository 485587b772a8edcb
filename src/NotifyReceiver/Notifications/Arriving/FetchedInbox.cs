using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Notifications.Arriving.Seen;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>Where fetched documents are kept, each content of a path once. Runs inside the writer's transaction.</summary>
internal static class FetchedInbox
{
    /// <summary>The oldest call that carried this content under an id of its sender's; the index has it in parts.</summary>
    public const string CarriedUnderAnId = """
        WITH RECURSIVE parts (part) AS (
          SELECT min(seq) / 65536 FROM notifications
          UNION ALL
          SELECT part + 1 FROM parts WHERE part < (SELECT max(seq) / 65536 FROM notifications)
        )
        SELECT seq
        FROM parts CROSS JOIN notifications ON seq / 65536 = part
        WHERE body_sha256 = @bodySha256 AND origin = 'call' AND shape = 'document' AND sender_id IS NOT NULL
          AND state <> 'quarantined'
        LIMIT 1
        """;

    private const string Credential = "fetched from Petrosoft";

    /// <summary>
    /// Keeps the document, unless it is known: by its path and content or, where a call carried the very same bytes, by its
    /// content. Null when a newer content of its path is here already, and what was fetched must be fetched again.
    /// </summary>
    public static Receipt? Add(SqliteConnection connection, FetchedDocument document, DateTimeOffset now)
    {
        var bodySha256 = SHA256.HashData(document.Body);
        var sameAs = SameAs.PathAndBody(document.Path, bodySha256);
        if (IsOutOfDate(connection, document, sameAs, now))
        {
            return null;
        }
        if (Find(connection, sameAs) is { } known)
        {
            Repeat(connection, known, document);
            MakeWhole(connection, known, document);
            SeenAgain.Note(connection, known, document.Path);
            return new Receipt(known, Arrival.Repeated);
        }
        if (FindCarried(connection, bodySha256) is { } carried)
        {
            SeenNow(connection, carried, document);
            MakeWhole(connection, carried, document);
            SeenAgain.Note(connection, carried, document.Path);
            return new Receipt(carried, Arrival.Repeated);
        }
        return new Receipt(Insert(connection, document, bodySha256, sameAs), Arrival.New);
    }

    /// <summary>Whether the document is here already.</summary>
    public static bool IsKnown(SqliteConnection connection, string path, byte[] body)
    {
        var bodySha256 = SHA256.HashData(body);
        return (Find(connection, SameAs.PathAndBody(path, bodySha256)) ?? FindCarried(connection, bodySha256))
            is not null;
    }

    private static NotificationId? Find(SqliteConnection connection, byte[] sameAs) =>
        SeenBefore.Find(connection, sameAs)?.Id;

    // One that waits in quarantine may only lack what is known of this one: its path, type and business unit.
    private static NotificationId? FindCarried(SqliteConnection connection, byte[] bodySha256) =>
        Find(connection, SameAs.Body(bodySha256)) is { } known
        && NotificationStore.StateOf(connection, known) != NotificationState.Quarantined
            ? known
            : FindCarriedUnderAnId(connection, bodySha256);

    private static NotificationId? FindCarriedUnderAnId(SqliteConnection connection, byte[] bodySha256) =>
        connection.QueryFirstOrDefault<long?>(CarriedUnderAnId, new { bodySha256 }) is { } seq
            ? new NotificationId(seq)
            : null;

    // It was not received once more, but it is not old either: what is still listed is not pruned.
    private static void SeenNow(SqliteConnection connection, NotificationId known, FetchedDocument document) =>
        connection.Execute(
            "UPDATE notifications SET last_received_at = max(last_received_at, @at) WHERE seq = @Seq",
            new { known.Seq, at = UtcText.Of(document.AskedAt) }
        );

    private static void Repeat(SqliteConnection connection, NotificationId known, FetchedDocument document) =>
        connection.Execute(
            """
            UPDATE notifications
            SET times_received = times_received + 1, last_received_at = max(last_received_at, @at)
            WHERE seq = @Seq
            """,
            new { known.Seq, at = UtcText.Of(document.AskedAt) }
        );

    // What was pruned may count again, and then it is converted anew.
    private static void MakeWhole(SqliteConnection connection, NotificationId known, FetchedDocument document) =>
        connection.Execute(
            "UPDATE notifications SET body = @Body, pruned_at = NULL WHERE seq = @Seq AND pruned_at IS NOT NULL",
            new { known.Seq, document.Body }
        );

    // Times that are still to come were written by a clock that has been set back since.
    private static bool IsOutOfDate(
        SqliteConnection connection,
        FetchedDocument document,
        byte[] sameAs,
        DateTimeOffset now
    ) =>
        connection.ExecuteScalar<bool>(
            """
            SELECT EXISTS (
              SELECT 1
              FROM notifications
              WHERE path = @Path AND same_as <> @sameAs AND last_received_at > @askedAt AND last_received_at <= @now
            )
            """,
            new
            {
                document.Path,
                sameAs,
                askedAt = UtcText.Of(document.AskedAt),
                now = UtcText.Of(now),
            }
        );

    private static NotificationId Insert(
        SqliteConnection connection,
        FetchedDocument document,
        byte[] bodySha256,
        byte[] sameAs
    ) =>
        new(
            connection.ExecuteScalar<long>(
                """
                INSERT INTO notifications
                  (same_as, origin, body_sha256, received_at, last_received_at, credential, content_type, headers,
                   path, document_type, business_unit, state, body)
                VALUES
                  (@sameAs, @Origin, @bodySha256, @at, @at, @credential, @ContentType, '[]',
                   @Path, @DocumentType, @BusinessUnit, 'pending', @Body)
                RETURNING seq
                """,
                new
                {
                    sameAs,
                    document.Origin,
                    bodySha256,
                    at = UtcText.Of(document.AskedAt),
                    credential = Credential,
                    document.ContentType,
                    document.Path,
                    document.DocumentType,
                    document.BusinessUnit,
                    document.Body,
                }
            )
        );
}
