using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Inserts.Restoring;
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
            var release = insert.IsDifference ? $"release {id} --difference" : $"release {id}";
            return $"{doubt}: sending it may add fuel that does not exist. If ATIONET does not have it: {release}";
        }
        Send(connection, id, now);
        LookFirstIfRestored(connection, insert, now);
        return null;
    }

    /// <summary>
    /// Puts all that its document says out to be sent, whatever was sent of it before: the operator has looked, and ATIONET does
    /// not have it.
    /// </summary>
    /// <returns>What will be sent, in words, or why nothing will.</returns>
    public static (string? Sent, string? Refusal) Release(SqliteConnection connection, InsertId id, DateTimeOffset now)
    {
        var insert = DecidedInsert.Find(connection, id)!;
        if (WhyNever(connection, insert) is { } never)
        {
            return (null, never);
        }
        connection.Execute(
            "UPDATE inserts SET row = @DocumentRow, document_row = NULL, volume = @Volume WHERE seq = @Seq",
            new
            {
                id.Seq,
                insert.DocumentRow,
                insert.Document.Volume,
            }
        );
        Send(connection, id, now);
        return (
            $"{id} will be sent whole: {InWords(insert, insert.Document.Volume)}{SentBeside.InWords(connection, insert)}",
            null
        );
    }

    /// <summary>Puts only the difference to the delivery that it corrects out to be sent.</summary>
    /// <returns>What will be sent, in words, or why nothing will.</returns>
    public static (string? Sent, string? Refusal) ReleaseDifference(
        SqliteConnection connection,
        InsertId id,
        DateTimeOffset now
    )
    {
        var insert = DecidedInsert.Find(connection, id)!;
        if (WhyNever(connection, insert) is { } never)
        {
            return (null, never);
        }
        var (row, problem) = OnlyTheDifference.Of(connection, insert);
        if (row is null)
        {
            return (null, problem);
        }
        connection.Execute(
            "UPDATE inserts SET document_row = @DocumentRow, row = @row, volume = @Volume WHERE seq = @Seq",
            new
            {
                id.Seq,
                insert.DocumentRow,
                row = row.ToJson(),
                row.Volume,
            }
        );
        Send(connection, id, now);
        return (
            $"of {id} only the difference to {new InsertId(insert.Corrects!.Value)} will be sent: "
                + $"{InWords(insert, row.Volume)}, of {insert.Document.Volume}",
            null
        );
    }

    private static string InWords(DecidedInsert insert, string? volume) =>
        $"tank {insert.TankNumber}, product {insert.ProductCode}, {volume ?? "no volume"}";

    private static void Send(SqliteConnection connection, InsertId id, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'pending', reason = NULL, outcome_unknown = 0, due_at = @due, tries = 0,
                waited_seconds = 0, most_together = NULL
            WHERE seq = @Seq
            """,
            new { id.Seq, due = UtcText.Of(now) }
        );

    // Between the copy and its restore it may have been sent; an operator who releases it has looked.
    private static void LookFirstIfRestored(SqliteConnection connection, DecidedInsert insert, DateTimeOffset now)
    {
        if (
            insert.Kind == InsertKind.Delivery
            && RestoredDoubt.Of(connection, insert.Document.OccurredAt!, insert.Id.Seq) is { } doubt
        )
        {
            connection.Execute(
                "UPDATE inserts SET state = 'verifying', reason = @doubt, outcome_unknown = 1, due_at = @due WHERE seq = @Seq",
                new
                {
                    insert.Id.Seq,
                    doubt,
                    due = UtcText.Of(now),
                }
            );
        }
    }

    private static string? WhyNever(SqliteConnection connection, DecidedInsert insert) =>
        insert.State switch
        {
            // Its terminal, tank and product are those of the day it was tried; they may have been an example's.
            _ when insert.IsDry =>
                $"{insert.Id} was only tried dry; replay its notification ({NotificationsOf(connection, insert.Id)}), which converts it anew",
            InsertState.Accepted or InsertState.AcceptedWithWarnings =>
                $"ATIONET has accepted {insert.Id}; sending it again would be a second one",
            InsertState.Sending => $"{insert.Id} is being sent right now; look again when its outcome is known",
            InsertState.Verifying =>
                $"{insert.Id} is being looked up at ATIONET ('show {insert.Id}' says when next), and is sent again if it is not there; what cannot be told is held",
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
            ? new CorrectionSearch(connection, SentBeside.KeysOfSameDocument(connection, insert.Id), versions: [])
                .Of(insert.TerminalCode, insert.TankNumber, insert.ProductCode, insert.InvoiceNumber)
                ?.Reason
            : null;
    }

    private static string NotificationsOf(SqliteConnection connection, InsertId id) =>
        string.Join(
            ", ",
            connection.Query<string>(
                "SELECT 'n' || notification FROM notification_inserts WHERE insert_seq = @Seq",
                new { id.Seq }
            )
        );
}
