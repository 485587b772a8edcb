using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>
/// An operator's wish to have a held delivery looked up at ATIONET: what is found there counts as accepted, what is not is sent
/// again. Runs inside the writer's transaction.
/// </summary>
internal static class LookingUp
{
    /// <summary>Null when that was done, otherwise why not.</summary>
    public static string? Ask(SqliteConnection connection, InsertId id, DateTimeOffset now)
    {
        if (Put(connection, now, id.Seq) > 0)
        {
            return null;
        }
        var insert = DecidedInsert.Find(connection, id)!;
        return insert.Kind == InsertKind.Inventory
            ? $"{id} is an inventory; only deliveries are looked up, because readings may simply be sent again"
            : $"{id} is {insert.State}; only a delivery that is held because its outcome is unknown is looked up";
    }

    /// <summary>The same for all that are held because their outcome is unknown.</summary>
    /// <returns>How many there are.</returns>
    public static int AskAll(SqliteConnection connection, DateTimeOffset now) => Put(connection, now, seq: null);

    private static int Put(SqliteConnection connection, DateTimeOffset now, long? seq) =>
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'verifying', due_at = @now, waited_seconds = 0,
                reason = (
                  SELECT detail
                  FROM requests JOIN request_inserts ON request = requests.seq
                  WHERE insert_seq = inserts.seq AND purpose = 'insert'
                  ORDER BY requests.seq DESC
                  LIMIT 1
                )
            WHERE state = 'held' AND outcome_unknown AND kind = 'delivery' AND NOT is_dry AND (@seq IS NULL OR seq = @seq)
              -- A correction that nobody released, as far as is known: that ATIONET lacks it does not tell that it is to be sent.
              AND NOT (corrects IS NOT NULL AND attempts = 0)
            """,
            new { now = UtcText.Of(now), seq }
        );
}
