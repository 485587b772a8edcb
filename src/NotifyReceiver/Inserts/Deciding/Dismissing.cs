using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>An operator's decision that an insert is never to be sent. Runs inside the writer's transaction.</summary>
internal static class Dismissing
{
    /// <summary>Null when that was done, otherwise why not.</summary>
    /// <param name="who">Whose decision it is, for those who read it later.</param>
    public static string? Dismiss(SqliteConnection connection, InsertId id, string who)
    {
        var insert = DecidedInsert.Find(connection, id)!;
        if (WhyNot(insert) is { } reason)
        {
            return reason;
        }
        connection.Execute(
            "UPDATE inserts SET state = 'dismissed', reason = @reason WHERE seq = @Seq",
            new { id.Seq, reason = $"dismissed by {who}" }
        );
        return null;
    }

    private static string? WhyNot(DecidedInsert insert) =>
        insert.State switch
        {
            InsertState.Accepted or InsertState.AcceptedWithWarnings =>
                $"ATIONET has accepted {insert.Id}; correct it in the portal",
            InsertState.Sending => $"{insert.Id} is being sent right now; look again when its outcome is known",
            InsertState.Dismissed => $"{insert.Id} is dismissed already",
            InsertState.Withdrawn => $"{insert.Id} is withdrawn, and so will not be sent",
            _ => null,
        };
}
