using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>Decides about deliveries that were looked up, and gives the turn back, in one commit.</summary>
internal sealed class Settling(Database database)
{
    /// <summary>Other deliveries of the terminal that ATIONET has or may have: each of them explains one row of its own.</summary>
    public const string Others = $"""
        SELECT {OwnInsertRow.Columns}
        FROM inserts
        WHERE terminal_code = @TerminalCode AND kind = 'delivery' AND occurred_at >= @from AND occurred_at <= @to
          AND {InsertState.IsOrMayBeThere}
        """;

    /// <param name="all">What was asked; every one of them told what ATIONET has.</param>
    /// <param name="next">What follows for a delivery from what was found.</param>
    public Task<IReadOnlyList<LookRecord>> SettleAsync(
        Claim.Look claim,
        IReadOnlyList<Looked> all,
        Func<VerifiedDelivery, Verdict, LookRecord> next,
        DateTimeOffset now
    ) =>
        database.WriteAsync<IReadOnlyList<LookRecord>>(connection =>
        {
            if (!claim.Turn.IsHeld(connection))
            {
                return [];
            }
            var rows = JoinedRows.Of([.. all.Select(it => it.Download).OfType<Download.Rows>().Select(it => it.All)]);
            var records = new List<LookRecord>();
            foreach (var delivery in claim.Deliveries)
            {
                // One after the other: what this one is found to be explains a row to the next.
                var others = OthersOf(connection, delivery.Insert, all);
                var record = next(delivery, Verification.Of(delivery.Insert, others, rows));
                if (Recording.Stand(connection, record.Insert, InsertState.Verifying))
                {
                    records.Add(record);
                }
            }
            Keep(connection, claim.Turn.TerminalCode, all, records, now);
            claim.Turn.GiveBack(connection);
            return records;
        });

    /// <summary>Puts them off, because ATIONET could not be asked.</summary>
    public Task<IReadOnlyList<LookRecord>> PutOffAsync(
        Claim.Look claim,
        IReadOnlyList<Looked> all,
        IReadOnlyList<LookRecord> records,
        DateTimeOffset now
    ) =>
        database.WriteAsync<IReadOnlyList<LookRecord>>(connection =>
        {
            if (!claim.Turn.IsHeld(connection))
            {
                return [];
            }
            var stands = records
                .Where(record => Recording.Stand(connection, record.Insert, InsertState.Verifying))
                .ToList();
            Keep(connection, claim.Turn.TerminalCode, all, stands, now);
            claim.Turn.GiveBack(connection);
            return stands;
        });

    private static List<OwnInsert> OthersOf(SqliteConnection connection, OwnInsert asked, IReadOnlyList<Looked> all) =>
        [
            .. all.SelectMany(looked =>
                    connection.Query<OwnInsertRow>(
                        Others,
                        new
                        {
                            asked.TerminalCode,
                            from = WireText.Of(looked.From),
                            to = WireText.Of(looked.To),
                        }
                    )
                )
                .DistinctBy(row => row.Seq)
                .Where(row => row.Seq != asked.Id.Seq)
                .Select(row => row.ToOwnInsert()),
        ];

    private static void Keep(
        SqliteConnection connection,
        string terminalCode,
        IReadOnlyList<Looked> all,
        List<LookRecord> records,
        DateTimeOffset now
    )
    {
        if (records.Count == 0)
        {
            return;
        }
        foreach (var looked in all)
        {
            var request = connection.ExecuteScalar<long>(
                """
                INSERT INTO requests (terminal_code, purpose, started_at, finished_at, address, body, outcome, detail)
                VALUES (@terminalCode, 'verify', @started, @now, @Address, @Body, @Outcome, @Detail)
                RETURNING seq
                """,
                new
                {
                    terminalCode,
                    started = UtcText.Of(looked.StartedAt),
                    now = UtcText.Of(now),
                    looked.Address,
                    looked.Body,
                    looked.Outcome,
                    looked.Detail,
                }
            );
            foreach (var record in records)
            {
                connection.Execute(
                    "INSERT INTO request_inserts (request, insert_seq, found) VALUES (@request, @Seq, @Found)",
                    new
                    {
                        request,
                        record.Insert.Id.Seq,
                        record.Found,
                    }
                );
            }
        }
    }
}
