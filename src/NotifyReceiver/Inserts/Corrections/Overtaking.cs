using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Inserts.Corrections;

/// <summary>
/// A later version of a document came while it was not known whether ATIONET has a delivery of the earlier one. Once it is known that
/// it has not, the later version takes its place, as it would have if it had been known before. Runs inside the writer's
/// transaction.
/// </summary>
internal static class Overtaking
{
    /// <param name="earlier">A delivery that ATIONET does not have.</param>
    public static void Of(SqliteConnection connection, InsertId earlier)
    {
        var waiting = connection
            .Query<LaterRow>(
                """
                SELECT seq, notification, terminal_code, tank_number, product_code, invoice_number, occurred_at
                FROM inserts JOIN notification_inserts ON insert_seq = seq
                WHERE corrects = @Seq AND state = 'held' AND NOT outcome_unknown AND line IS NOT NULL
                ORDER BY notification DESC, seq
                """,
                new { earlier.Seq }
            )
            .ToList();
        foreach (var later in waiting)
        {
            var id = new NotificationId(later.Notification);
            var versions = DocumentVersions.Find(connection, id);
            if (versions.Newer(connection) is null)
            {
                TakeItsPlace(connection, later, versions);
            }
        }
    }

    private static void TakeItsPlace(SqliteConnection connection, LaterRow later, DocumentVersions versions)
    {
        var keys = connection
            .Query<string>(
                """
                SELECT key
                FROM inserts JOIN notification_inserts ON insert_seq = seq
                WHERE notification = @Notification AND line IS NOT NULL
                """,
                new { later.Notification }
            )
            .ToList();
        Withdrawal.Of(connection, versions, keys);
        var correction = new CorrectionSearch(connection, keys, [.. versions.Known, .. versions.AtPath]).Of(
            later.TerminalCode,
            later.TankNumber,
            later.ProductCode,
            later.InvoiceNumber
        );
        var doubt = correction is null ? RestoredDoubt.Of(connection, later.OccurredAt, later.Seq) : null;
        connection.Execute(
            """
            UPDATE inserts
            SET state = @state, reason = @reason, outcome_unknown = @isUnknown, corrects = @corrects
            WHERE seq = @Seq
            """,
            new
            {
                later.Seq,
                state = (correction, doubt) switch
                {
                    ({ }, _) => InsertState.Held,
                    (null, { }) => InsertState.Verifying,
                    (null, null) => InsertState.Pending,
                },
                reason = correction?.Reason ?? doubt,
                isUnknown = doubt is not null,
                corrects = correction?.Earlier.Seq,
            }
        );
    }

    private sealed record LaterRow(
        long Seq,
        long Notification,
        string TerminalCode,
        string TankNumber,
        string ProductCode,
        string? InvoiceNumber,
        string OccurredAt
    );
}
