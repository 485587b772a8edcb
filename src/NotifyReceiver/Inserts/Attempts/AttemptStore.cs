using Dapper;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Attempts;

/// <summary>Inserts on their way to ATIONET: which is due, what is under way, what became of it.</summary>
/// <remarks>What was converted for a host waits for one, and what was converted without is never sent to one.</remarks>
internal sealed class AttemptStore(Database database)
{
    public const string FinishInterrupted = """
        UPDATE attempts
        SET finished_at = @now, outcome = 'unknown', detail = 'the outcome was not recorded'
        WHERE finished_at IS NULL
        """;

    /// <summary>Names the states of an index, which spares it all that was ever accepted.</summary>
    public const string RecoverInterrupted = """
        UPDATE inserts
        SET due_at = @now,
            state = CASE WHEN kind = 'delivery' AND NOT is_dry THEN 'held' ELSE 'pending' END,
            reason = CASE WHEN kind = 'delivery' AND NOT is_dry THEN @reason END,
            outcome_unknown = kind = 'delivery' AND NOT is_dry
        WHERE state IN ('sending', 'refused', 'held') AND state = 'sending'
        """;

    /// <summary>Whether any insert waits and is due.</summary>
    public bool AnyDue(DateTimeOffset now, bool isDryRun)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM inserts WHERE state = 'pending' AND due_at <= @now AND is_dry = @isDryRun)",
            new { now = UtcText.Of(now), isDryRun }
        );
    }

    /// <summary>
    /// Takes the oldest insert that is due and marks it as under way, before anything is sent: if the service dies now, the
    /// mark tells that ATIONET may have it.
    /// </summary>
    /// <param name="address">Where it is about to be sent; null in a dry run, where nothing leaves.</param>
    /// <param name="requestOf">Makes the body from kind, terminal and row. What is kept with the attempt is what is sent.</param>
    public Task<ClaimedInsert?> ClaimAsync(
        DateTimeOffset now,
        string? address,
        Func<RowKind, string, string, string> requestOf
    ) =>
        database.WriteAsync(connection =>
        {
            var row = connection.QueryFirstOrDefault<ClaimRow>(
                """
                UPDATE inserts
                SET state = 'sending', attempts = attempts + 1
                WHERE seq = (
                  SELECT seq
                  FROM inserts
                  WHERE state = 'pending' AND due_at <= @now AND is_dry = @isDryRun
                  ORDER BY occurred_at, seq
                  LIMIT 1
                )
                RETURNING seq, kind, terminal_code, row, attempts
                """,
                new { now = UtcText.Of(now), isDryRun = address is null }
            );
            if (row is null)
            {
                return null;
            }
            var kind = InsertKind.Parse(row.Kind);
            var claimed = new ClaimedInsert(
                new InsertId(row.Seq),
                kind,
                (int)row.Attempts,
                requestOf(kind, row.TerminalCode, row.Row)
            );
            connection.Execute(
                """
                INSERT INTO attempts (insert_seq, number, started_at, address, request)
                VALUES (@Seq, @Attempt, @now, @address, @Request)
                """,
                new
                {
                    row.Seq,
                    claimed.Attempt,
                    now = UtcText.Of(now),
                    address,
                    claimed.Request,
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
                """
                UPDATE inserts
                SET state = @State, reason = @Reason, outcome_unknown = @State = 'held', due_at = @due
                WHERE seq = @Seq AND state = 'sending'
                """,
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
    /// After a crash: what was under way has an unknown outcome. Readings are simply sent again, and so is what never left; a
    /// delivery is held, because a second one would add fuel that does not exist.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> RecoverInterruptedAsync(DateTimeOffset now) =>
        database.WriteAsync(connection =>
        {
            connection.Execute(FinishInterrupted, new { now = UtcText.Of(now) });
            return connection.Execute(
                RecoverInterrupted,
                new { now = UtcText.Of(now), reason = HeldReason.OfInterrupted }
            );
        });

    /// <summary>Counts what the other kind of run left behind: what waits for a host, or what was only tried dry.</summary>
    public long CountOfOtherRuns(bool isDryRun)
    {
        using var connection = database.OpenReader();
        return connection.ExecuteScalar<long>(
            "SELECT count(*) FROM inserts WHERE is_dry <> @isDryRun AND state IN ('pending', 'dry-run')",
            new { isDryRun }
        );
    }

    private sealed record ClaimRow(long Seq, string Kind, string TerminalCode, string Row, long Attempts);
}
