using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>Puts the rows of one document into the outbox, inside the writer's transaction.</summary>
/// <param name="isDryRun">Whether there is no host: what is added now is never sent to one without being converted anew.</param>
internal sealed class Outbox(
    SqliteConnection connection,
    NotificationId notification,
    IReadOnlyList<NewInsert> inserts,
    bool isDryRun,
    DateTimeOffset now
)
{
    private readonly string _now = UtcText.Of(now);
    private readonly string _keys = JsonSerializer.Serialize(inserts.Select(insert => insert.Key));
    private readonly List<string> _notes = [];

    /// <summary>Adds what is not there yet, and keeps which inserts the notification stands behind.</summary>
    /// <returns>What an operator should know about it; mostly nothing.</returns>
    public IReadOnlyList<string> Fill()
    {
        Withdraw();
        var seqs = inserts
            .Select(insert => Find(insert.Key) is { } known ? Renew(known, insert) : Add(insert))
            .ToList();
        connection.Execute(
            "UPDATE notification_inserts SET line = NULL WHERE notification = @Seq",
            new { notification.Seq }
        );
        for (var line = 0; line < seqs.Count; line++)
        {
            connection.Execute(
                """
                INSERT INTO notification_inserts (notification, insert_seq, line) VALUES (@Seq, @insert, @line)
                ON CONFLICT (notification, insert_seq) DO UPDATE SET line = coalesce(line, excluded.line)
                """,
                new
                {
                    notification.Seq,
                    insert = seqs[line],
                    line,
                }
            );
        }
        return _notes;
    }

    // A replay after something was mended may map the document otherwise. What it no longer yields, and ATIONET never took, must
    // not go out beside what it yields now.
    private void Withdraw() =>
        connection.Execute(
            """
            UPDATE inserts
            SET state = 'withdrawn', reason = 'its document was converted anew and no longer yields it'
            WHERE state IN ('pending', 'refused', 'dry-run')
              AND key NOT IN (SELECT value FROM json_each(@keys))
              AND EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = seq AND notification = @Seq AND line IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = seq AND notification <> @Seq AND line IS NOT NULL)
            """,
            new { notification.Seq, keys = _keys }
        );

    private KnownRow? Find(string key) =>
        connection.QueryFirstOrDefault<KnownRow>(
            """
            SELECT seq, state, row,
                   EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = seq AND notification = @Seq) AS is_own
            FROM inserts
            WHERE key = @key
            """,
            new { notification.Seq, key }
        );

    // What ATIONET has, may have, or an operator is to decide on stays as it is. What it never took is made anew by a replay of
    // the document that brought it; what was only tried dry, now that there is a host, by any copy of that document.
    private long Renew(KnownRow known, NewInsert insert)
    {
        var isOpen =
            known.State is InsertState.Pending or InsertState.Refused or InsertState.DryRun or InsertState.Withdrawn;
        if (isOpen && (known.IsOwn != 0 || (known.State == InsertState.DryRun && !isDryRun)))
        {
            var correction = CorrectionOf(insert);
            connection.Execute(
                "UPDATE inserts SET state = @state, reason = @correction, row = @RowJson, due_at = @now, is_dry = @isDryRun WHERE seq = @Seq",
                new
                {
                    known.Seq,
                    state = StateFor(correction),
                    correction,
                    insert.RowJson,
                    now = _now,
                    isDryRun,
                }
            );
        }
        else if (!isOpen && known.Row != insert.RowJson)
        {
            _notes.Add(
                $"{new InsertId(known.Seq)} is {known.State} with other details than this document has; these are not sent"
            );
        }
        return known.Seq;
    }

    private long Add(NewInsert insert)
    {
        var correction = CorrectionOf(insert);
        return connection.ExecuteScalar<long>(
            """
            INSERT INTO inserts
              (key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number,
               state, reason, due_at, created_at, is_dry, row)
            VALUES
              (@Key, @kind, @TerminalCode, @tank, @product, @occurredAt, @Volume, @invoice,
               @state, @correction, @now, @now, @isDryRun, @RowJson)
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
                state = StateFor(correction),
                correction,
                now = _now,
                isDryRun,
                insert.RowJson,
            }
        );
    }

    private static string StateFor(string? correction) => correction is null ? InsertState.Pending : InsertState.Held;

    private string? CorrectionOf(NewInsert insert) =>
        insert.Row.Kind == RowKind.Delivery
            ? Correction.Find(connection, insert.TerminalCode, insert.Row["InvoiceNumber"], _keys, notification)
            : null;

    private sealed record KnownRow(long Seq, string State, string Row, long IsOwn);
}
