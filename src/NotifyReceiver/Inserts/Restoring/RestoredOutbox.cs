using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Restoring;

/// <summary>What becomes of the outbox of a copy that is put in place. Runs inside a transaction, before anybody uses it.</summary>
/// <param name="CopiedAt">Until when the copy knows what happened.</param>
/// <param name="Verifying">Deliveries that were to be sent, and are looked up first.</param>
/// <param name="Held">Deliveries that wait for a person, who is told that they may have been sent.</param>
internal sealed record RestoredOutbox(DateTimeOffset CopiedAt, int Verifying, int Held)
{
    // Clocks of stations may be ahead of UTC by most of a day, and documents are at times dated ahead.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(2);

    public static RestoredOutbox Doubt(SqliteConnection connection, DateTimeOffset now)
    {
        var copiedAt = KnowsUntil(connection) ?? now;
        if (copiedAt > now)
        {
            copiedAt = now;
        }
        connection.Execute(
            """
            INSERT INTO restores (restored_at, copied_at, deliveries_until) VALUES (@now, @copiedAt, @until)
            """,
            new
            {
                now = UtcText.Of(now),
                copiedAt = UtcText.Of(copiedAt),
                until = WireText.Of((now + Margin).UtcDateTime),
            }
        );
        var parameters = new { now = UtcText.Of(now), why = RestoredDoubt.InWords(copiedAt, now) };
        var held = connection.Execute(
            """
            UPDATE inserts
            SET outcome_unknown = 1, reason = coalesce(reason || '; ', '') || @why
            WHERE state = 'held' AND NOT outcome_unknown AND kind = 'delivery' AND NOT is_dry
            """,
            parameters
        );
        var verifying = connection.Execute(
            """
            UPDATE inserts
            SET state = 'verifying', outcome_unknown = 1, reason = @why, due_at = @now, waited_seconds = 0
            WHERE state = 'pending' AND kind = 'delivery' AND NOT is_dry
            """,
            parameters
        );
        Interrupted.EndAllTurns(connection);
        return new RestoredOutbox(copiedAt, verifying, held);
    }

    private static DateTimeOffset? KnowsUntil(SqliteConnection connection) =>
        connection.ExecuteScalar<string?>(
            """
            SELECT max(at)
            FROM (
              SELECT max(last_received_at) AS at FROM notifications
              UNION ALL SELECT max(coalesce(finished_at, started_at)) FROM requests
              UNION ALL SELECT max(created_at) FROM inserts
              UNION ALL SELECT max(at) FROM acts
            )
            """
        )
            is { } text
            ? UtcText.Parse(text)
            : null;
}
