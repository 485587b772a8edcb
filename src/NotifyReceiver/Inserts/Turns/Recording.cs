using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>Writes down what became of a request, where its inserts stand now, and gives the turn back: in one commit.</summary>
internal sealed class Recording(Database database)
{
    /// <returns>False when somebody else has found the request abandoned before, and decided about its inserts.</returns>
    public Task<bool> RecordAsync(RequestRecord record, DateTimeOffset now) =>
        database.WriteAsync(connection =>
        {
            var isOurs = Finish(connection, record, now);
            foreach (var insert in record.Inserts)
            {
                if (isOurs)
                {
                    Stand(connection, insert, InsertState.Sending);
                }
                else if (insert.State is InsertState.Accepted or InsertState.AcceptedWithWarnings)
                {
                    KnownAfterAll(connection, insert);
                }
            }
            record.Claim.Turn.GiveBack(connection, record.Failures, record.TerminalDueAt);
            return isOurs;
        });

    /// <summary>Writes down where an insert stands, unless it has left the state in which it was taken.</summary>
    public static bool Stand(SqliteConnection connection, InsertRecord insert, string takenAs)
    {
        var stands =
            connection.Execute(
                """
                UPDATE inserts
                SET state = @State, reason = @Reason, outcome_unknown = @OutcomeUnknown, due_at = @due, tries = @Tries,
                    waited_seconds = @waited, most_together = @MostTogether
                WHERE seq = @Seq AND state = @takenAs
                """,
                new
                {
                    insert.Id.Seq,
                    insert.State,
                    insert.Reason,
                    insert.OutcomeUnknown,
                    due = UtcText.Of(insert.DueAt),
                    insert.Tries,
                    waited = (long)Math.Ceiling(insert.Waited.TotalSeconds),
                    insert.MostTogether,
                    takenAs,
                }
            ) > 0;
        if (stands && insert is { State: InsertState.Pending or InsertState.Held, OutcomeUnknown: false })
        {
            Overtaking.Of(connection, insert.Id);
        }
        return stands;
    }

    private static bool Finish(SqliteConnection connection, RequestRecord record, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE requests
            SET finished_at = @now, outcome = @Outcome, status = @Status, detail = @Detail, reply = @Reply
            WHERE seq = @Request AND finished_at IS NULL
            """,
            new
            {
                record.Claim.Request,
                now = UtcText.Of(now),
                record.Outcome,
                record.Status,
                record.Detail,
                record.Reply,
            }
        ) > 0;

    // It was taken for lost, and ATIONET has it.
    private static void KnownAfterAll(SqliteConnection connection, InsertRecord insert) =>
        connection.Execute(
            """
            UPDATE inserts
            SET state = @State, reason = @Reason, outcome_unknown = 0
            WHERE seq = @Seq AND outcome_unknown AND state IN ('verifying', 'held')
            """,
            new
            {
                insert.Id.Seq,
                insert.State,
                insert.Reason,
            }
        );
}
