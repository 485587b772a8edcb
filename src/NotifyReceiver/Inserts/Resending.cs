using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>An operator's wish to send one insert again, and what stands against it. Runs inside the writer's transaction.</summary>
internal static class Resending
{
    /// <summary>Puts it back to be sent. Null when that was done, otherwise why not.</summary>
    /// <param name="state">Where it stands now, from <see cref="StateOf"/>.</param>
    /// <param name="confirmed">The operator has looked, and ATIONET does not have it.</param>
    public static string? Try(
        SqliteConnection connection,
        InsertId id,
        string state,
        bool confirmed,
        DateTimeOffset now
    )
    {
        if (WhyNever(connection, id, state) is { } never)
        {
            return never;
        }
        if (!confirmed && WhyNotUnconfirmed(connection, id, state) is { } doubt)
        {
            return $"{doubt}: sending it may add fuel that does not exist. If ATIONET does not have it: replay {id} --confirm";
        }
        connection.Execute(
            "UPDATE inserts SET state = 'pending', reason = NULL, due_at = @due WHERE seq = @Seq",
            new { id.Seq, due = UtcText.Of(now) }
        );
        return null;
    }

    /// <summary>Null when there is no such insert.</summary>
    public static string? StateOf(SqliteConnection connection, InsertId id) =>
        connection.QueryFirstOrDefault<string>("SELECT state FROM inserts WHERE seq = @Seq", new { id.Seq });

    private static string? WhyNever(SqliteConnection connection, InsertId id, string state) =>
        state switch
        {
            // Its terminal, tank and product are those of the day it was tried; they may have been an example's.
            _ when IsDry(connection, id) =>
                $"{id} was only tried dry; replay its notification ({NotificationsOf(connection, id)}), which converts it anew",
            InsertState.Accepted or InsertState.AcceptedWithWarnings =>
                $"ATIONET has accepted {id}; sending it again would be a second one",
            InsertState.Sending => $"{id} is being sent right now; look again when its outcome is known",
            InsertState.Withdrawn => $"{id} is withdrawn: its document no longer yields it",
            _ => null,
        };

    private static string? WhyNotUnconfirmed(SqliteConnection connection, InsertId id, string state)
    {
        if (state == InsertState.Held)
        {
            return $"{id} is held ('show {id}' says why)";
        }
        var insert = connection.QueryFirst<DeliveryRow>(
            "SELECT kind, terminal_code, invoice_number FROM inserts WHERE seq = @Seq",
            new { id.Seq }
        );
        return insert.Kind == InsertKind.Delivery
            ? Correction.Find(
                connection,
                insert.TerminalCode,
                insert.InvoiceNumber,
                KeysBeside(connection, id),
                notification: null
            )
            : null;
    }

    // Those of the same documents are no corrections of each other.
    private static string KeysBeside(SqliteConnection connection, InsertId id) =>
        JsonSerializer.Serialize(
            connection.Query<string>(
                """
                SELECT key
                FROM inserts JOIN notification_inserts AS beside ON beside.insert_seq = seq
                JOIN notification_inserts AS own ON own.notification = beside.notification
                WHERE own.insert_seq = @Seq AND own.line IS NOT NULL AND beside.line IS NOT NULL
                """,
                new { id.Seq }
            )
        );

    private static bool IsDry(SqliteConnection connection, InsertId id) =>
        connection.ExecuteScalar<bool>("SELECT is_dry FROM inserts WHERE seq = @Seq", new { id.Seq });

    private static string NotificationsOf(SqliteConnection connection, InsertId id) =>
        string.Join(
            ", ",
            connection.Query<string>(
                "SELECT 'n' || notification FROM notification_inserts WHERE insert_seq = @Seq",
                new { id.Seq }
            )
        );

    private sealed record DeliveryRow(string Kind, string TerminalCode, string? InvoiceNumber);
}
