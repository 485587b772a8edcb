using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Retention;

/// <summary>A notification that may be old enough to be pruned.</summary>
/// <param name="LastReceivedAt">When it came last.</param>
/// <param name="IsFinished">Whether nothing is to come of it any more, and it is still whole.</param>
/// <param name="IsListed">Whether it was listed, or is a document, which may be listed.</param>
/// <param name="Bytes">The size of its body.</param>
internal sealed record Candidate(long Seq, DateTimeOffset LastReceivedAt, bool IsFinished, bool IsListed, long Bytes)
{
    /// <summary>SQL that holds for a row of <c>notifications</c> of which nothing is to come any more.</summary>
    public const string Finished = $"""
        (
          pruned_at IS NULL AND state IN ('converted', 'fetched', 'noted', 'dismissed')
          AND NOT EXISTS (
            SELECT 1
            FROM notification_inserts JOIN inserts ON inserts.seq = insert_seq
            WHERE notification = notifications.seq AND inserts.state IN {InsertState.Open}
          )
        )
        """;

    /// <summary>The next ones in the order of their arrival.</summary>
    public const string Next = $"""
        SELECT seq, last_received_at, {Finished} AS is_finished, path IS NOT NULL OR origin = 'catch-up' OR shape = 'document' AS is_listed, bytes
        FROM notifications
        WHERE seq > @after
        ORDER BY seq
        LIMIT @most
        """;

    public static IReadOnlyList<Candidate> After(SqliteConnection connection, long after, int most) =>
        [
            .. connection
                .Query<(long Seq, string LastReceivedAt, long IsFinished, long IsListed, long Bytes)>(
                    Next,
                    new { after, most }
                )
                .Select(row => new Candidate(
                    row.Seq,
                    UtcText.Parse(row.LastReceivedAt),
                    row.IsFinished != 0,
                    row.IsListed != 0,
                    row.Bytes
                )),
        ];
}
