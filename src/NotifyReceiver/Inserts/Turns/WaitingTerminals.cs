using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>Which terminals have something to be done now. Its cost grows with the terminals, not with what waits or was ever sent.</summary>
internal sealed class WaitingTerminals(Database database)
{
    /// <summary>From one terminal straight to the next in the index, and of each only the oldest that is due.</summary>
    public const string Sending = $"""
        WITH RECURSIVE codes (code) AS (
          SELECT min(terminal_code) FROM inserts WHERE state = 'pending'
          UNION ALL
          SELECT (SELECT min(terminal_code) FROM inserts WHERE state = 'pending' AND terminal_code > code)
          FROM codes
          WHERE code IS NOT NULL
        )
        SELECT code AS terminal_code, (
          SELECT kind
          FROM inserts
          WHERE state = 'pending' AND terminal_code = code AND is_dry = @isDryRun AND {Due.Is}
          ORDER BY occurred_at, seq
          LIMIT 1
        ) AS sends
        FROM codes LEFT JOIN terminals ON terminals.terminal_code = code
        WHERE code IS NOT NULL AND {Turn.IsFree} AND (terminals.due_at IS NULL OR {Due.IsOfTerminal})
        """;

    public const string Verifying = $"""
        SELECT DISTINCT inserts.terminal_code
        FROM inserts LEFT JOIN terminals USING (terminal_code)
        WHERE state = 'verifying' AND {Due.IsOfInsert} AND {Turn.IsFree}
        """;

    public const string Interrupted = $"""
        SELECT DISTINCT requests.terminal_code
        FROM requests LEFT JOIN terminals USING (terminal_code)
        WHERE finished_at IS NULL AND {Turn.IsFree}
        """;

    public IReadOnlyList<WaitingTerminal> At(DateTimeOffset now, bool isDryRun)
    {
        var parameters = new
        {
            now = UtcText.Of(now),
            far = Due.Far(now),
            longestTurn = Turn.Longest(now),
            isDryRun,
        };
        using var connection = database.OpenReader();
        var sending = connection
            .Query<(string TerminalCode, string? Sends)>(Sending, parameters)
            .Where(row => row.Sends is not null)
            .ToDictionary(row => row.TerminalCode, row => row.Sends, StringComparer.Ordinal);
        var verifying = Codes(connection, Verifying, parameters);
        var interrupted = Codes(connection, Interrupted, parameters);
        return
        [
            .. sending
                .Keys.Union(verifying, StringComparer.Ordinal)
                .Union(interrupted, StringComparer.Ordinal)
                .Select(code => new WaitingTerminal(
                    code,
                    sending.GetValueOrDefault(code),
                    verifying.Contains(code),
                    interrupted.Contains(code)
                )),
        ];
    }

    private static HashSet<string> Codes(SqliteConnection connection, string sql, object parameters) =>
        connection.Query<string>(sql, parameters).ToHashSet(StringComparer.Ordinal);
}
