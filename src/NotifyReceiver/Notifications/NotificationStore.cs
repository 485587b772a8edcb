using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications;

/// <summary>What changes the notifications table, and what waits there. What takes a connection runs inside the writer's transaction.</summary>
internal sealed class NotificationStore(Database database)
{
    /// <summary>Completes after the commit: what it returns may be promised to the caller.</summary>
    public Task<Receipt> AddAsync(ReceivedCall call)
    {
        var bodySha256 = SHA256.HashData(call.Body);
        return database.WriteAsync(connection => Add(connection, call, bodySha256));
    }

    /// <summary>The oldest pending ones, in the order of their arrival.</summary>
    public IReadOnlyList<PendingNotification> Pending(int most)
    {
        using var connection = database.OpenReader();
        return
        [
            .. connection
                .Query<PendingRow>(
                    """
                    SELECT seq, content_type, body
                    FROM notifications
                    WHERE state = 'pending'
                    ORDER BY seq
                    LIMIT @most
                    """,
                    new { most }
                )
                .Select(row => new PendingNotification(new NotificationId(row.Seq), row.ContentType, row.Body)),
        ];
    }

    /// <param name="notes">What an operator should know about it; mostly nothing.</param>
    public static void MarkConverted(
        SqliteConnection connection,
        NotificationId id,
        string profile,
        string location,
        IReadOnlyList<string> notes
    ) =>
        connection.Execute(
            """
            UPDATE notifications
            SET state = 'converted', reason = @reason, profile = @profile, location = @location
            WHERE seq = @Seq AND state = 'pending'
            """,
            new
            {
                id.Seq,
                profile,
                location,
                reason = notes.Count == 0 ? null : string.Join('\n', notes),
            }
        );

    public static void Quarantine(SqliteConnection connection, NotificationId id, IReadOnlyList<string> reasons) =>
        connection.Execute(
            "UPDATE notifications SET state = 'quarantined', reason = @reason WHERE seq = @Seq AND state = 'pending'",
            new { id.Seq, reason = string.Join('\n', reasons) }
        );

    /// <summary>Puts it back to be converted anew. False when there is no such notification.</summary>
    public static bool Replay(SqliteConnection connection, NotificationId id) =>
        connection.Execute("UPDATE notifications SET state = 'pending', reason = NULL WHERE seq = @Seq", new { id.Seq })
        == 1;

    private static Receipt Add(SqliteConnection connection, ReceivedCall call, byte[] bodySha256)
    {
        var sameAs = call.SenderId is null ? SameAs.Body(bodySha256) : SameAs.Id(call.SenderId);
        if (Find(connection, sameAs) is not { } first)
        {
            return new Receipt(Insert(connection, call, bodySha256, sameAs, conflictsWith: null), Arrival.New);
        }
        if (first.BodySha256.AsSpan().SequenceEqual(bodySha256))
        {
            return Repeat(connection, first, call, Arrival.Repeated);
        }
        var conflicting = SameAs.IdAndBody(call.SenderId!, bodySha256);
        return Find(connection, conflicting) is { } again
            ? Repeat(connection, again, call, Arrival.Conflicting)
            : new Receipt(Insert(connection, call, bodySha256, conflicting, first.Seq), Arrival.Conflicting);
    }

    private static KnownRow? Find(SqliteConnection connection, byte[] sameAs) =>
        connection.QueryFirstOrDefault<KnownRow>(
            "SELECT seq, body_sha256 FROM notifications WHERE same_as = @sameAs",
            new { sameAs }
        );

    private static Receipt Repeat(SqliteConnection connection, KnownRow known, ReceivedCall call, Arrival arrival)
    {
        connection.Execute(
            """
            UPDATE notifications
            SET times_received = times_received + 1, last_received_at = @at
            WHERE seq = @Seq
            """,
            new { known.Seq, at = UtcText.Of(call.ReceivedAt) }
        );
        return new Receipt(new NotificationId(known.Seq), arrival);
    }

    private static NotificationId Insert(
        SqliteConnection connection,
        ReceivedCall call,
        byte[] bodySha256,
        byte[] sameAs,
        long? conflictsWith
    )
    {
        var seq = connection.ExecuteScalar<long>(
            """
            INSERT INTO notifications
              (same_as, sender_id, body_sha256, conflicts_with, received_at, last_received_at, remote_address,
               credential, content_type, headers, state, reason, body)
            VALUES
              (@sameAs, @SenderId, @bodySha256, @conflictsWith, @at, @at, @RemoteAddress,
               @Credential, @ContentType, @headers, @state, @reason, @Body)
            RETURNING seq
            """,
            new
            {
                sameAs,
                call.SenderId,
                bodySha256,
                conflictsWith,
                at = UtcText.Of(call.ReceivedAt),
                call.RemoteAddress,
                call.Credential,
                call.ContentType,
                headers = JsonSerializer.Serialize(call.Headers.Select(header => new[] { header.Key, header.Value })),
                state = conflictsWith is null ? NotificationState.Pending : NotificationState.Quarantined,
                reason = conflictsWith is { } other ? ConflictReason(call.SenderId!, new NotificationId(other)) : null,
                call.Body,
            }
        );
        return new NotificationId(seq);
    }

    private static string ConflictReason(string senderId, NotificationId other) =>
        $"its id '{senderId}' came before with another body, as {other}; compare the two, then replay this one if it should count";

    private sealed record PendingRow(long Seq, string? ContentType, byte[] Body);

    private sealed record KnownRow(long Seq, byte[] BodySha256);
}
