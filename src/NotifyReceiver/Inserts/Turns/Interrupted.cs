using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Attempts;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>
/// What a sender left behind that is gone: requests under way whose outcome nobody wrote down. Readings are simply sent again, and
/// so is what never left; a delivery is looked up first, because a second one would add fuel that does not exist.
/// </summary>
internal static class Interrupted
{
    public const string Finish = """
        UPDATE requests
        SET finished_at = @now, outcome = 'unknown', detail = 'the outcome was not recorded'
        WHERE finished_at IS NULL AND terminal_code = @terminalCode
        """;

    public const string PutBack = """
        UPDATE inserts
        SET due_at = @now,
            state = CASE WHEN kind = 'delivery' AND NOT is_dry THEN 'verifying' ELSE 'pending' END,
            reason = CASE WHEN kind = 'delivery' AND NOT is_dry THEN @reason END,
            outcome_unknown = kind = 'delivery' AND NOT is_dry
        WHERE state = 'sending' AND seq IN (
          SELECT insert_seq
          FROM requests JOIN request_inserts ON request = requests.seq
          WHERE finished_at IS NULL AND terminal_code = @terminalCode
        )
        """;

    /// <summary>To be called by who has the terminal's turn: whoever began these has it no longer.</summary>
    /// <returns>How many inserts there were.</returns>
    public static int Recover(SqliteConnection connection, string terminalCode, DateTimeOffset now)
    {
        var parameters = new
        {
            terminalCode,
            now = UtcText.Of(now),
            reason = HeldReason.OfInterrupted,
        };
        var inserts = connection.Execute(PutBack, parameters);
        connection.Execute(Finish, parameters);
        return inserts;
    }

    /// <summary>
    /// Ends all turns. Only for a service that knows to be alone with its database: those who had them are gone, and it need not
    /// wait until their time is over.
    /// </summary>
    public static void EndAllTurns(SqliteConnection connection) =>
        connection.Execute("UPDATE terminals SET turn = NULL, turn_until = NULL WHERE turn IS NOT NULL");
}
