using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Corrections;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Notifications;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts;

/// <summary>Puts the rows of one document into the outbox, inside the writer's transaction.</summary>
/// <param name="versions">The notification that brought the document, and those that brought other versions of it.</param>
/// <param name="isDryRun">Whether there is no host: what is added now is never sent to one without being converted anew.</param>
internal sealed class Outbox(
    SqliteConnection connection,
    DocumentVersions versions,
    IReadOnlyList<NewInsert> inserts,
    bool isDryRun,
    DateTimeOffset now
)
{
    private readonly string _now = UtcText.Of(now);
    private readonly CorrectionSearch _corrections = new(
        connection,
        inserts.Select(insert => insert.Key),
        [.. versions.Known, .. versions.AtPath]
    );
    private readonly List<string> _notes = [];

    /// <summary>Adds what is not there yet, and keeps which inserts the notification stands behind.</summary>
    /// <returns>What an operator should know about it; mostly nothing.</returns>
    public IReadOnlyList<string> Fill()
    {
        Withdrawal.Of(connection, versions, inserts.Select(insert => insert.Key));
        var seqs = inserts
            .Select(insert => Find(insert.Key) is { } known ? Renew(known, insert) : Add(insert))
            .ToList();
        Link(seqs);
        return [.. _notes, .. _corrections.LeftAtAtionet()];
    }

    /// <summary>In words, which of the notification's inserts may still be sent; null when none.</summary>
    public static string? StillToBeSent(SqliteConnection connection, NotificationId notification)
    {
        var open = connection
            .Query<long>(
                """
                SELECT seq
                FROM inserts JOIN notification_inserts ON insert_seq = seq
                WHERE notification = @Seq AND line IS NOT NULL AND state IN ('pending', 'refused', 'held')
                ORDER BY seq
                """,
                new { notification.Seq }
            )
            .Select(seq => new InsertId(seq))
            .ToList();
        return open.Count == 0 ? null : string.Join(", ", open);
    }

    private void Link(List<long> seqs)
    {
        connection.Execute(
            "UPDATE notification_inserts SET line = NULL WHERE notification = @Seq",
            new { versions.Id.Seq }
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
                    versions.Id.Seq,
                    insert = seqs[line],
                    line,
                }
            );
        }
    }

    private KnownRow? Find(string key) =>
        connection.QueryFirstOrDefault<KnownRow>(
            """
            SELECT seq, state, outcome_unknown, coalesce(document_row, row) AS row,
                   EXISTS (SELECT 1 FROM notification_inserts WHERE insert_seq = seq AND notification = @Seq) AS is_own
            FROM inserts
            WHERE key = @key
            """,
            new { versions.Id.Seq, key }
        );

    // What ATIONET has, may have, or an operator has decided on stays as it is. What it never took is made anew by a replay of the
    // document that brought it; what was withdrawn, by whatever yields it again; what was only tried dry, now that there is a
    // host, by any copy of that document.
    private long Renew(KnownRow known, NewInsert insert)
    {
        var isForAnyone = known.State == InsertState.Withdrawn || (known.State == InsertState.DryRun && !isDryRun);
        if (isForAnyone || (known.IsOwn != 0 && known.IsOpen))
        {
            Renew(known.Seq, insert, CorrectionOf(insert));
        }
        else if (!known.IsOpen && known.Row != insert.RowJson)
        {
            _notes.Add(
                $"{new InsertId(known.Seq)} is {known.State} with other details than this document has; these are not sent"
            );
        }
        return known.Seq;
    }

    private void Renew(long seq, NewInsert insert, Correction? correction)
    {
        var stand = StandFor(insert, correction, seq);
        connection.Execute(
            """
            UPDATE inserts
            SET state = @State, reason = @Reason, outcome_unknown = @IsUnknown, corrects = @corrects, row = @RowJson,
                document_row = NULL, volume = @Volume, due_at = @now, is_dry = @isDryRun, tries = 0,
                waited_seconds = 0, most_together = NULL
            WHERE seq = @seq
            """,
            new
            {
                seq,
                stand.State,
                stand.Reason,
                stand.IsUnknown,
                corrects = correction?.Earlier.Seq,
                insert.RowJson,
                insert.Row.Volume,
                now = _now,
                isDryRun,
            }
        );
    }

    private long Add(NewInsert insert)
    {
        var correction = CorrectionOf(insert);
        var stand = StandFor(insert, correction, known: null);
        return connection.ExecuteScalar<long>(
            """
            INSERT INTO inserts
              (key, kind, terminal_code, tank_number, product_code, occurred_at, volume, invoice_number,
               state, reason, outcome_unknown, corrects, due_at, created_at, is_dry, row)
            VALUES
              (@Key, @kind, @TerminalCode, @tank, @product, @occurredAt, @Volume, @invoice,
               @State, @Reason, @IsUnknown, @corrects, @now, @now, @isDryRun, @RowJson)
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
                stand.State,
                stand.Reason,
                stand.IsUnknown,
                corrects = correction?.Earlier.Seq,
                now = _now,
                isDryRun,
                insert.RowJson,
            }
        );
    }

    private Stand StandFor(NewInsert insert, Correction? correction, long? known)
    {
        if (correction is not null)
        {
            return new Stand(InsertState.Held, correction.Reason, IsUnknown: false);
        }
        return
            !isDryRun
            && insert.Row.Kind == RowKind.Delivery
            && RestoredDoubt.Of(connection, insert.Row.OccurredAt!, known) is { } doubt
            ? new Stand(InsertState.Verifying, doubt, IsUnknown: true)
            : new Stand(InsertState.Pending, Reason: null, IsUnknown: false);
    }

    private Correction? CorrectionOf(NewInsert insert) =>
        insert.Row.Kind == RowKind.Delivery
            ? _corrections.Of(
                insert.TerminalCode,
                insert.Row["TankNumber"]!,
                insert.Row["ProductCode"]!,
                insert.Row["InvoiceNumber"]
            )
            : null;

    private sealed record Stand(string State, string? Reason, bool IsUnknown);

    private sealed record KnownRow(long Seq, string State, long OutcomeUnknown, string Row, long IsOwn)
    {
        public bool IsOpen =>
            State is InsertState.Pending or InsertState.Refused or InsertState.DryRun or InsertState.Withdrawn
            || (State == InsertState.Held && OutcomeUnknown == 0);
    }
}
