using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>Puts the rows of one document into the outbox, inside the writer's transaction.</summary>
internal sealed class Outbox(
    SqliteConnection connection,
    NotificationId notification,
    IReadOnlyList<NewInsert> inserts,
    bool isDryRun,
    DateTimeOffset now
)
{
    private readonly string _now = UtcText.Of(now);
    private readonly string _keysOfThisDocument = JsonSerializer.Serialize(inserts.Select(insert => insert.Key));

    /// <summary>Adds what is not there yet, and notes which inserts the notification stands behind.</summary>
    public void Fill()
    {
        var seqs = inserts
            .Select(insert => Find(insert.Key) is { } known ? Renew(known, insert) : Add(insert))
            .ToList();
        connection.Execute("DELETE FROM notification_inserts WHERE notification = @Seq", new { notification.Seq });
        connection.Execute(
            "INSERT INTO notification_inserts (notification, line, insert_seq) VALUES (@notification, @line, @insert)",
            seqs.Select(
                (insert, line) =>
                    new
                    {
                        notification = notification.Seq,
                        line,
                        insert,
                    }
            )
        );
    }

    private long? Find(string key) =>
        connection.QueryFirstOrDefault<long?>("SELECT seq FROM inserts WHERE key = @key", new { key });

    // What ATIONET has, may have, or an operator is to decide on stays as it is. What it never took is made anew by a replay of
    // the document that brought it; what was only tried dry, now that there is a host, by any copy of that document.
    private long Renew(long known, NewInsert insert)
    {
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'pending', reason = NULL, row = @row, due_at = @now
            WHERE seq = @known
              AND (
                state IN ('pending', 'refused', 'dry-run')
                  AND EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = @known AND notification = @Seq)
                OR state = 'dry-run' AND NOT @isDryRun
              )
            """,
            new
            {
                known,
                notification.Seq,
                isDryRun,
                row = insert.RowJson,
                now = _now,
            }
        );
        return known;
    }

    private long Add(NewInsert insert)
    {
        var correction = CorrectionOf(insert);
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
                state = correction is null ? InsertState.Pending : InsertState.Held,
                reason = correction,
                now = _now,
                row = insert.RowJson,
            }
        );
    }

    /// <summary>
    /// Says what a delivery corrects: one of the same invoice, tank and product that is in the outbox and that this document no
    /// longer has. ATIONET has no void, so sending the new one would add fuel that does not exist; an operator decides.
    /// </summary>
    private string? CorrectionOf(NewInsert insert)
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
              AND key NOT IN (SELECT value FROM json_each(@keys))
            ORDER BY seq DESC
            LIMIT 1
            """,
            new
            {
                invoice,
                insert.TerminalCode,
                tank = insert.Row["TankNumber"],
                product = insert.Row["ProductCode"],
                keys = _keysOfThisDocument,
            }
        );
        return earlier is null
            ? null
            : $"invoice '{invoice}' came before for this tank and product, as {new InsertId(earlier.Seq)} of "
                + $"{earlier.OccurredAt} with {earlier.Volume}; this one is of {insert.Row.OccurredAt} with {insert.Row.Volume}";
    }

    private sealed record EarlierRow(long Seq, string OccurredAt, string Volume);
}
