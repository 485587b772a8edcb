using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>Puts the rows of a document into the outbox. Runs inside the writer's transaction.</summary>
internal static class Outbox
{
    /// <summary>Adds what is not there yet and links all of it to the notification.</summary>
    public static void Add(
        SqliteConnection connection,
        NotificationId notification,
        IReadOnlyList<NewInsert> inserts,
        DateTimeOffset now
    )
    {
        connection.Execute("DELETE FROM notification_inserts WHERE notification = @Seq", new { notification.Seq });
        for (var line = 0; line < inserts.Count; line++)
        {
            var insert = inserts[line];
            var seq = Find(connection, insert.Key) is { } known
                ? Renew(connection, known, insert, now)
                : Insert(connection, notification, insert, now);
            connection.Execute(
                "INSERT INTO notification_inserts (notification, line, insert_seq) VALUES (@Seq, @line, @seq)",
                new
                {
                    notification.Seq,
                    line,
                    seq,
                }
            );
        }
    }

    private static KnownRow? Find(SqliteConnection connection, string key) =>
        connection.QueryFirstOrDefault<KnownRow>("SELECT seq, state FROM inserts WHERE key = @key", new { key });

    // What ATIONET has, may have, or an operator is to decide on stays as it is; what it never took is made anew and sent.
    private static long Renew(SqliteConnection connection, KnownRow known, NewInsert insert, DateTimeOffset now)
    {
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'pending', reason = NULL, row = @row, due_at = @due
            WHERE seq = @Seq AND state IN ('pending', 'refused', 'dry-run')
            """,
            new
            {
                known.Seq,
                row = insert.Row.ToJson(),
                due = UtcText.Of(now),
            }
        );
        return known.Seq;
    }

    private static long Insert(
        SqliteConnection connection,
        NotificationId notification,
        NewInsert insert,
        DateTimeOffset now
    )
    {
        var reason = ChangedInvoice(connection, notification, insert);
        return connection.ExecuteScalar<long>(
            """
            INSERT INTO inserts
              (key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number,
               state, reason, due_at, created_at, row)
            VALUES
              (@Key, @kind, @TerminalCode, @tank, @product, @occurredAt, @Volume, @invoice,
               @state, @reason, @now, @now, @row)
            RETURNING seq
            """,
            new
            {
                insert.Key,
                kind = InsertKind.Of(insert.Row.Kind),
                insert.TerminalCode,
                tank = insert.Row["TankNumber"],
                product = insert.Row["ProductCode"],
                occurredAt = insert.Row.OccurredAt,
                insert.Row.Volume,
                invoice = insert.Row["InvoiceNumber"],
                state = reason is null ? InsertState.Pending : InsertState.Held,
                reason,
                now = UtcText.Of(now),
                row = insert.Row.ToJson(),
            }
        );
    }

    /// <summary>
    /// A delivery of an invoice that another document has brought already, for the same tank and product, with other figures:
    /// a correction. ATIONET has no void, so sending it would add fuel that does not exist; an operator decides.
    /// </summary>
    private static string? ChangedInvoice(SqliteConnection connection, NotificationId notification, NewInsert insert)
    {
        if (insert.Row.Kind != RowKind.Delivery || insert.Row["InvoiceNumber"] is not { } invoice)
        {
            return null;
        }
        var earlier = connection.QueryFirstOrDefault<EarlierRow>(
            """
            SELECT seq, occurred_at, volume
            FROM inserts
            WHERE invoice_number = @invoice AND terminal_code = @TerminalCode AND kind = 'delivery'
              AND tank_number = @tank AND product_code = @product
              AND state NOT IN ('refused', 'dry-run')
              AND NOT EXISTS (
                SELECT 1 FROM notification_inserts WHERE insert_seq = inserts.seq AND notification = @Seq
              )
            ORDER BY seq DESC
            LIMIT 1
            """,
            new
            {
                invoice,
                insert.TerminalCode,
                tank = insert.Row["TankNumber"],
                product = insert.Row["ProductCode"],
                notification.Seq,
            }
        );
        return earlier is null
            ? null
            : $"invoice '{invoice}' came before for this tank and product, as {new InsertId(earlier.Seq)} of {earlier.OccurredAt} "
                + $"with {earlier.Volume}; this one is of {insert.Row.OccurredAt} with {insert.Row.Volume}";
    }

    private sealed record KnownRow(long Seq, string State);

    private sealed record EarlierRow(long Seq, string OccurredAt, string Volume);
}
