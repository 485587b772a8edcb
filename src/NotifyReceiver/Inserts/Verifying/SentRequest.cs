using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>A request by which an insert may have come to ATIONET.</summary>
/// <param name="Outcome">The outcome's name.</param>
/// <param name="WasAlone">Whether no other insert shared it.</param>
internal sealed record SentRequest(DateTimeOffset At, string? Outcome, bool WasAlone)
{
    public static IReadOnlyList<SentRequest> Of(SqliteConnection connection, long insert) =>
        [
            .. connection
                .Query<(string StartedAt, string? Outcome, long Together)>(
                    """
                    SELECT started_at, outcome, (SELECT count(*) FROM request_inserts WHERE request = requests.seq)
                    FROM requests JOIN request_inserts ON request = requests.seq
                    WHERE insert_seq = @insert AND purpose = 'insert' AND address IS NOT NULL
                    ORDER BY requests.seq
                    """,
                    new { insert }
                )
                .Select(row => new SentRequest(UtcText.Parse(row.StartedAt), row.Outcome, row.Together == 1)),
        ];
}
