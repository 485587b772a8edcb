using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>Every change of an insert's state on its way to ATIONET.</summary>
internal sealed class InsertStore(Database database)
{
    /// <summary>Whether any insert waits and is due.</summary>
    public bool AnyDue(DateTimeOffset now)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM inserts WHERE state = 'pending' AND due_at <= @now)",
            new { now = UtcText.Of(now) }
        );
    }

    /// <summary>
    /// Takes the oldest insert that is due and marks it as under way, before anything is sent: if the service dies now, the
    /// mark tells that ATIONET may have it.
    /// </summary>
    /// <param name="address">Where it is about to be sent; null in a dry run, where nothing leaves.</param>
    /// <param name="requestOf">Makes the body that is about to be sent, which is kept with the attempt.</param>
    public Task<ClaimedInsert?> ClaimAsync(
        DateTimeOffset now,
        string? address,
        Func<ClaimedInsert, string> requestOf
    ) =>
        database.WriteAsync(connection =>
        {
            var row = connection.QueryFirstOrDefault<ClaimRow>(
                """
                UPDATE inserts
                SET state = 'sending', attempts = attempts + 1
                WHERE seq = (
                  SELECT seq FROM inserts WHERE state = 'pending' AND due_at <= @now ORDER BY occurred_at, seq LIMIT 1
                )
                RETURNING seq, kind, terminal_code, row, attempts
                """,
                new { now = UtcText.Of(now) }
            );
            if (row is null)
            {
                return null;
            }
            var claimed = row.ToClaimed();
            connection.Execute(
                """
                INSERT INTO attempts (insert_seq, number, started_at, address, request)
                VALUES (@Seq, @Attempt, @now, @address, @request)
                """,
                new
                {
                    row.Seq,
                    claimed.Attempt,
                    now = UtcText.Of(now),
                    address,
                    request = requestOf(claimed),
                }
            );
            return claimed;
        });

    /// <summary>Records what became of an attempt and where the insert stands now, in one commit.</summary>
    public Task RecordAsync(AttemptRecord record, DateTimeOffset now) =>
        database.WriteAsync(connection =>
        {
            connection.Execute(
                """
                UPDATE attempts
                SET finished_at = @now, outcome = @Outcome, status = @Status, detail = @Detail, reply = @Reply
                WHERE insert_seq = @Seq AND number = @Number
                """,
                new
                {
                    record.Id.Seq,
                    record.Number,
                    now = UtcText.Of(now),
                    record.Outcome,
                    record.Status,
                    record.Detail,
                    record.Reply,
                }
            );
            connection.Execute(
                "UPDATE inserts SET state = @State, reason = @Reason, due_at = @due WHERE seq = @Seq AND state = 'sending'",
                new
                {
                    record.Id.Seq,
                    record.State,
                    record.Reason,
                    due = UtcText.Of(record.DueAt ?? now),
                }
            );
        });

    /// <summary>
    /// After a crash: what was under way has an unknown outcome. Readings are simply sent again, what never left too; a
    /// delivery is held, because a second one would add fuel that does not exist.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> RecoverInterruptedAsync(DateTimeOffset now) =>
        database.WriteAsync(connection => Recover(connection, UtcText.Of(now)));

    /// <summary>Null when there is no such insert.</summary>
    public static string? StateOf(SqliteConnection connection, InsertId id) =>
        connection.QueryFirstOrDefault<string>("SELECT state FROM inserts WHERE seq = @Seq", new { id.Seq });

    /// <summary>Puts it back to be sent, by an operator's decision.</summary>
    public static void SendAgain(SqliteConnection connection, InsertId id, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'pending', reason = NULL, due_at = @due
            WHERE seq = @Seq AND state IN ('pending', 'refused', 'held', 'dry-run')
            """,
            new { id.Seq, due = UtcText.Of(now) }
        );

    private static int Recover(SqliteConnection connection, string now)
    {
        connection.Execute(
            """
            UPDATE attempts
            SET finished_at = @now, outcome = 'unknown', detail = 'the service stopped before the outcome was recorded'
            WHERE finished_at IS NULL
            """,
            new { now }
        );
        return connection.Execute(
            """
            UPDATE inserts
            SET due_at = @now,
                state = CASE WHEN kind = 'delivery' AND left THEN 'held' ELSE 'pending' END,
                reason = CASE WHEN kind = 'delivery' AND left THEN @reason END
            FROM (
              SELECT insert_seq, max(number), address IS NOT NULL AS left FROM attempts GROUP BY insert_seq
            ) AS last
            WHERE last.insert_seq = inserts.seq AND inserts.state = 'sending'
            """,
            new { now, reason = HeldReason.OfInterrupted }
        );
    }

    private sealed record ClaimRow(long Seq, string Kind, string TerminalCode, string Row, long Attempts)
    {
        public ClaimedInsert ToClaimed() =>
            new(new InsertId(Seq), InsertKind.Parse(Kind), TerminalCode, Row, (int)Attempts);
    }
}
