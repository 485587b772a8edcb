using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Verifying;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>
/// Takes a terminal's turn and what is to be done with it, in one commit, before anything leaves: if the service dies then, the
/// mark tells that ATIONET may have it.
/// </summary>
internal sealed class Claiming(Database database)
{
    /// <summary>The oldest first, as they stand in the index.</summary>
    public const string Oldest = $"""
        SELECT seq, kind, row, tries, waited_seconds, most_together
        FROM inserts
        WHERE state = 'pending' AND terminal_code = @TerminalCode AND is_dry = @IsDryRun AND {Due.Is}
        ORDER BY occurred_at, seq
        LIMIT @most
        """;

    /// <returns>Null work when there is nothing to do for the terminal, or somebody else has its turn.</returns>
    public Task<(Claim? Claim, int Recovered)> ClaimAsync(string terminalCode, ClaimTerms terms, DateTimeOffset now) =>
        database.WriteAsync(connection => Claim(connection, terminalCode, terms, now));

    private static (Claim? Claim, int Recovered) Claim(
        SqliteConnection connection,
        string terminalCode,
        ClaimTerms terms,
        DateTimeOffset now
    )
    {
        if (Turn.Take(connection, terminalCode, now) is not { } turn)
        {
            return (null, 0);
        }
        var recovered = Interrupted.Recover(connection, terminalCode, now);
        if (terms.WhyNoLooks is { } why)
        {
            VerifiedDelivery.HoldAll(connection, terminalCode, why);
        }
        Claim? claim = terms.LooksFirst ? Look(connection, turn, terms, now) : null;
        claim ??= Send(connection, turn, terms, now);
        claim ??= Look(connection, turn, terms, now);
        if (claim is null)
        {
            turn.GiveBack(connection);
        }
        return (claim, recovered);
    }

    private static Claim.Look? Look(SqliteConnection connection, Turn turn, ClaimTerms terms, DateTimeOffset now) =>
        terms.MayLook && VerifiedDelivery.Due(connection, turn.TerminalCode, now) is { Count: > 0 } deliveries
            ? new Claim.Look(turn, deliveries, Witness.Of(connection, turn.TerminalCode))
            : null;

    private static Claim.Send? Send(SqliteConnection connection, Turn turn, ClaimTerms terms, DateTimeOffset now)
    {
        if (!terms.MaySend)
        {
            return null;
        }
        var parameters = new
        {
            turn.TerminalCode,
            terms.IsDryRun,
            now = UtcText.Of(now),
            far = Due.Far(now),
            most = Math.Max(terms.Together(RowKind.Delivery), terms.Together(RowKind.Inventory)),
        };
        var failures = connection.QueryFirstOrDefault<int?>(
            $"SELECT failures FROM terminals WHERE terminal_code = @TerminalCode AND {Due.Is}",
            parameters
        );
        if (
            failures is null
            || Together(connection.Query<WaitingRow>(Oldest, parameters), terms) is not [var first, ..] rows
        )
        {
            return null;
        }
        var kind = InsertKind.Parse(first.Kind);
        var body = terms.BodyOf(kind, [.. rows.Select(row => row.Row)]);
        var request = Begin(connection, turn.TerminalCode, terms.Address, body, now);
        foreach (var row in rows)
        {
            MarkSent(connection, request, row.Seq);
        }
        return new Claim.Send(turn, request, kind, [.. rows.Select(row => row.ToClaimed())], body, failures.Value);
    }

    // The oldest, and those behind it of the same kind, as many as each of them allows.
    private static List<WaitingRow> Together(IEnumerable<WaitingRow> waiting, ClaimTerms terms)
    {
        var rows = new List<WaitingRow>();
        var most = int.MaxValue;
        foreach (var row in waiting)
        {
            var allowed = Math.Min(
                most,
                row.MostTogether is { } fewer ? (int)fewer : terms.Together(InsertKind.Parse(row.Kind))
            );
            if (rows.Count >= allowed || (rows.Count > 0 && rows[0].Kind != row.Kind))
            {
                break;
            }
            most = allowed;
            rows.Add(row);
        }
        return rows;
    }

    private static long Begin(
        SqliteConnection connection,
        string terminalCode,
        string? address,
        string body,
        DateTimeOffset now
    ) =>
        connection.ExecuteScalar<long>(
            """
            INSERT INTO requests (terminal_code, purpose, started_at, address, body)
            VALUES (@terminalCode, 'insert', @now, @address, @body)
            RETURNING seq
            """,
            new
            {
                terminalCode,
                now = UtcText.Of(now),
                address,
                body,
            }
        );

    private static void MarkSent(SqliteConnection connection, long request, long seq) =>
        connection.Execute(
            """
            INSERT INTO request_inserts (request, insert_seq) VALUES (@request, @seq);
            UPDATE inserts SET state = 'sending', attempts = attempts + 1 WHERE seq = @seq
            """,
            new { request, seq }
        );

    private sealed record WaitingRow(
        long Seq,
        string Kind,
        string Row,
        long Tries,
        long WaitedSeconds,
        long? MostTogether
    )
    {
        public ClaimedInsert ToClaimed() =>
            new(new InsertId(Seq), (int)Tries, TimeSpan.FromSeconds(WaitedSeconds), (int?)MostTogether);
    }
}
