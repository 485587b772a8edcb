using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>Where calls are kept, each once.</summary>
internal sealed class CallInbox(Database database)
{
    /// <summary>Completes after the commit: what it returns may be promised to the caller.</summary>
    public Task<Receipt> AddAsync(ReceivedCall call)
    {
        var bodySha256 = SHA256.HashData(call.Body);
        return database.WriteAsync(connection => Add(connection, call, bodySha256));
    }

    private static Receipt Add(SqliteConnection connection, ReceivedCall call, byte[] bodySha256)
    {
        var sameAs = call.SenderId is null ? SameAs.Body(bodySha256) : SameAs.Id(call.SenderId);
        if (Find(connection, sameAs) is not { } first)
        {
            return new Receipt(Insert(connection, call, bodySha256, sameAs, conflictsWith: null), Arrival.New);
        }
        if (first.BodySha256.AsSpan().SequenceEqual(bodySha256))
        {
            FetchAgain(connection, first, call);
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

    // What only names a document says the same again when the document has changed. Under the id of its sender's it is a mere
    // repetition.
    private static void FetchAgain(SqliteConnection connection, KnownRow known, ReceivedCall call)
    {
        if (call.SenderId is null)
        {
            connection.Execute(
                "UPDATE notifications SET state = 'pending' WHERE seq = @Seq AND state IN ('fetching', 'fetched')",
                new { known.Seq }
            );
        }
    }

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
              (same_as, origin, sender_id, body_sha256, conflicts_with, received_at, last_received_at, remote_address,
               credential, content_type, headers, state, reason, body)
            VALUES
              (@sameAs, 'call', @SenderId, @bodySha256, @conflictsWith, @at, @at, @RemoteAddress,
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

    private sealed record KnownRow(long Seq, byte[] BodySha256);
}
