using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Inserts.Deciding;

/// <summary>What ATIONET has, may have or will get of the same delivery, from other versions of its document.</summary>
internal static class SentBeside
{
    /// <summary>In words, as the end of a sentence; empty where there is nothing.</summary>
    public static string InWords(SqliteConnection connection, DecidedInsert insert)
    {
        var others = connection
            .Query<OtherRow>(
                $"""
                SELECT seq, state
                FROM inserts
                WHERE kind = 'delivery' AND terminal_code = @TerminalCode AND seq <> @Seq
                  AND (state = 'pending' OR {InsertState.IsOrMayBeThere})
                  AND (invoice_number = @InvoiceNumber OR seq = @Corrects OR corrects = @Seq)
                  AND key NOT IN (SELECT value FROM json_each(@keys))
                ORDER BY seq
                """,
                new
                {
                    insert.Id.Seq,
                    insert.TerminalCode,
                    insert.InvoiceNumber,
                    insert.Corrects,
                    keys = JsonSerializer.Serialize(KeysOfSameDocument(connection, insert.Id)),
                }
            )
            .ToList();
        return others.Count == 0 ? "" : $", beside {string.Join(", and ", others)}";
    }

    /// <summary>Those of the same documents are no corrections of each other.</summary>
    public static IEnumerable<string> KeysOfSameDocument(SqliteConnection connection, InsertId id) =>
        connection.Query<string>(
            """
            SELECT key
            FROM inserts JOIN notification_inserts AS beside ON beside.insert_seq = seq
            JOIN notification_inserts AS own ON own.notification = beside.notification
            WHERE own.insert_seq = @Seq AND own.line IS NOT NULL AND beside.line IS NOT NULL
            """,
            new { id.Seq }
        );

    private sealed record OtherRow(long Seq, string State)
    {
        public override string ToString() =>
            State switch
            {
                InsertState.Accepted or InsertState.AcceptedWithWarnings =>
                    $"{new InsertId(Seq)}, which ATIONET has accepted",
                InsertState.Held or InsertState.Verifying or InsertState.Dismissed =>
                    $"{new InsertId(Seq)}, which ATIONET may have",
                _ => $"{new InsertId(Seq)}, which is {State}",
            };
    }
}
