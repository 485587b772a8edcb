using System.Security.Cryptography;
using Dapper;
using NotifyReceiver.Notifications.Arriving.Seen;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>Where calls are kept, each once.</summary>
internal sealed class CallInbox(Database database)
{
    /// <summary>Completes after the commit: what it returns may be promised to the caller.</summary>
    public Task<Receipt> AddAsync(ReceivedCall call)
    {
        var bodySha256 = SHA256.HashData(call.Body.Span);
        var sameAs = call.SenderId is null ? SameAs.Body(bodySha256) : SameAs.Id(call.SenderId);
        return database.WriteQuietlyAsync(connection => Add(connection, call, bodySha256, sameAs));
    }

    private static Receipt Add(KeptConnection connection, ReceivedCall call, byte[] bodySha256, byte[] sameAs)
    {
        if (SeenBefore.Find(connection, sameAs) is not { } first)
        {
            return new Receipt(Insert(connection, call, bodySha256, sameAs, conflictsWith: null), Arrival.New);
        }
        if (first.BodySha256.AsSpan().SequenceEqual(bodySha256))
        {
            return Repeat(connection, first.Id, call, Arrival.Repeated);
        }
        var conflicting = SameAs.IdAndBody(call.SenderId!, bodySha256);
        return SeenBefore.Find(connection, conflicting) is { } again
            ? Repeat(connection, again.Id, call, Arrival.Conflicting)
            : new Receipt(Insert(connection, call, bodySha256, conflicting, first.Id), Arrival.Conflicting);
    }

    private static Receipt Repeat(KeptConnection connection, NotificationId known, ReceivedCall call, Arrival arrival)
    {
        // What only names a document says the same again when the document has changed, and is fetched again. Under the id of its
        // sender's it is a mere repetition.
        connection.Execute(
            """
            UPDATE notifications
            SET times_received = times_received + 1, last_received_at = @at,
                state = CASE WHEN @hasNoId AND state IN ('fetching', 'fetched') THEN 'pending' ELSE state END
            WHERE seq = @Seq
            """,
            new
            {
                known.Seq,
                at = UtcText.Of(call.ReceivedAt),
                hasNoId = call.SenderId is null,
            }
        );
        return new Receipt(known, arrival);
    }

    private static NotificationId Insert(
        KeptConnection connection,
        ReceivedCall call,
        byte[] bodySha256,
        byte[] sameAs,
        NotificationId? conflictsWith
    )
    {
        var insert = connection.Prepared(
            """
            INSERT INTO notifications
              (same_as, origin, sender_id, body_sha256, conflicts_with, received_at, last_received_at, remote_address,
               credential, content_type, headers, state, reason, body)
            VALUES
              (?1, 'call', ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """
        );
        insert.Bind(1, sameAs);
        insert.Bind(2, call.SenderId);
        insert.Bind(3, bodySha256);
        insert.Bind(4, conflictsWith?.Seq);
        Span<byte> receivedAt = stackalloc byte[UtcText.Length];
        UtcText.Write(call.ReceivedAt, receivedAt);
        insert.BindUtf8(5, receivedAt);
        insert.Bind(6, call.RemoteAddress);
        insert.Bind(7, call.Credential);
        insert.Bind(8, call.ContentType);
        insert.BindUtf8(9, call.Headers.Span);
        insert.Bind(10, conflictsWith is null ? NotificationState.Pending : NotificationState.Quarantined);
        insert.Bind(11, conflictsWith is { } other ? ConflictReason(call.SenderId!, other) : null);
        insert.Bind(12, call.Body.Span);
        insert.Run();
        return SeenBefore.Note(connection, sameAs, new NotificationId(connection.LastInsertedRow));
    }

    private static string ConflictReason(string senderId, NotificationId other) =>
        $"its id '{senderId}' came before with another body, as {other}; compare the two, then replay this one if it should count";
}
