using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>An operator's wish to have one insert sent, and what stands against it. Runs inside the writer's transaction.</summary>
internal static class Resending
{
    /// <summary>Puts it back to be sent, unless that may double a delivery. Null when that was done, otherwise why not.</summary>
    public static string? Replay(SqliteConnection connection, InsertId id, DateTimeOffset now)
    {
        var insert = DecidedInsert.Find(connection, id)!;
        if (WhyNever(connection, insert) is { } never)
        {
            return never;
        }
        if (WhyNotUnasked(connection, insert) is { } doubt)
        {
            return $"{doubt}: sending it may add fuel that does not exist. If ATIONET does not have it: release {id}";
        }
        Send(connection, id, now);
        return null;
    }

    /// <summary>Puts it back to be sent: the operator has looked, and ATIONET does not have it. Null when that was done.</summary>
    public static string? Release(SqliteConnection connection, InsertId id, DateTimeOffset now)
    {
        if (WhyNever(connection, DecidedInsert.Find(connection, id)!) is { } never)
        {
            return never;
        }
        Send(connection, id, now);
        return null;
    }

    /// <summary>Puts only the difference to the delivery that it corrects out to be sent. Null when that was done.</summary>
    public static string? ReleaseDifference(SqliteConnection connection, InsertId id, DateTimeOffset now)
    {
        var insert = DecidedInsert.Find(connection, id)!;
        if (WhyNever(connection, insert) is { } never)
        {
            return never;
        }
        var (row, problem) = OnlyTheDifference.Of(connection, insert);
        if (row is null)
        {
            return problem;
        }
        connection.Execute(
            "UPDATE inserts SET document_row = @DocumentRow, row = @row, volume = @volume WHERE seq = @Seq",
            new
            {
                id.Seq,
                insert.DocumentRow,
                row = row.ToJson(),
                volume = row.Volume,
            }
        );
        Send(connection, id, now);
        return null;
    }

    private static void Send(SqliteConnection connection, InsertId id, DateTimeOffset now) =>
        connection.Execute(
            "UPDATE inserts SET state = 'pending', reason = NULL, outcome_unknown = 0, due_at = @due WHERE seq = @Seq",
            new { id.Seq, due = UtcText.Of(now) }
        );

    private static string? WhyNever(SqliteConnection connection, DecidedInsert insert) =>
        insert.State switch
        {
            // Its terminal, tank and product are those of the day it was tried; they may have been an example's.
            _ when insert.IsDry =>
                $"{insert.Id} was only tried dry; replay its notification ({NotificationsOf(connection, insert.Id)}), which converts it anew",
            InsertState.Accepted or InsertState.AcceptedWithWarnings =>
                $"ATIONET has accepted {insert.Id}; sending it again would be a second one",
            InsertState.Sending => $"{insert.Id} is being sent right now; look again when its outcome is known",
            InsertState.Withdrawn => $"{insert.Id} is withdrawn: its document no longer yields it",
            _ => null,
        };

    private static string? WhyNotUnasked(SqliteConnection connection, DecidedInsert insert)
    {
        if (insert.State is InsertState.Held or InsertState.Dismissed)
        {
            return $"{insert.Id} is {insert.State} ('show {insert.Id}' says why)";
        }
        return insert.Kind == InsertKind.Delivery
            ? new CorrectionSearch(connection, KeysBeside(connection, insert.Id), versions: [])
                .Of(insert.TerminalCode, insert.TankNumber, insert.ProductCode, insert.InvoiceNumber)
                ?.Reason
            : null;
    }

    // Those of the same documents are no corrections of each other.
    private static IEnumerable<string> KeysBeside(SqliteConnection connection, InsertId id) =>
        connection.Query<string>(
            """
            SELECT key
            FROM inserts JOIN notification_inserts AS beside ON beside.insert_seq = seq
            JOIN notification_inserts AS own ON own.notification = beside.notification
            WHERE own.insert_seq = @Seq AND own.line IS NOT NULL AND beside.line IS NOT NULL
            """,
            new { id.Seq }
        );

    private static string NotificationsOf(SqliteConnection connection, InsertId id) =>
        string.Join(
            ", ",
            connection.Query<string>(
                "SELECT 'n' || notification FROM notification_inserts WHERE insert_seq = @Seq",
                new { id.Seq }
            )
        );
}
