using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Notifications.Arriving;

/// <summary>
/// What stands at a path now is what counts. A document that is found there again, after another version of it had come, takes
/// its place behind that one in the order of arrivals and is converted anew.
/// </summary>
internal static class SeenAgain
{
    /// <param name="path">Where it was found.</param>
    public static void Note(SqliteConnection connection, NotificationId known, string path)
    {
        // A version that stands at another path stands there still; one that a call carried stands nowhere.
        var isOvertaken = connection.ExecuteScalar<bool>(
            """
            WITH own AS (
              SELECT seq, body_sha256, identity, coalesce(seen_seq, seq) AS place FROM notifications WHERE seq = @Seq
            )
            SELECT EXISTS (
              SELECT 1
              FROM own JOIN notifications AS other ON other.path = @path
              WHERE other.body_sha256 <> own.body_sha256 AND coalesce(other.seen_seq, other.seq) > own.place
            )
            OR EXISTS (
              SELECT 1
              FROM own JOIN notifications AS other ON other.identity = own.identity
              WHERE other.path IS NULL AND other.body_sha256 <> own.body_sha256
                AND coalesce(other.seen_seq, other.seq) > own.place
            )
            """,
            new { known.Seq, path }
        );
        if (isOvertaken)
        {
            connection.Execute(
                """
                UPDATE notifications
                SET seen_seq = @place, state = CASE WHEN state IN ('converted', 'noted') THEN 'pending' ELSE state END
                WHERE seq = @Seq
                """,
                new { known.Seq, place = NextPlace(connection) }
            );
        }
    }

    // Taken from the numbers of the notifications themselves, so that it is behind all that have come and before all to come.
    private static long NextPlace(SqliteConnection connection) =>
        connection.ExecuteScalar<long>(
            "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'notifications' RETURNING seq"
        );
}
