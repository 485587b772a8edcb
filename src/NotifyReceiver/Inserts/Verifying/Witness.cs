using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Inserts.Verifying;

/// <summary>
/// The latest delivery of a terminal that ATIONET has accepted. A list that does not show it shows nothing of ours, whoever asked
/// for it: that another is not on it tells nothing.
/// </summary>
/// <param name="Sent">The requests that it had a part in.</param>
internal sealed record Witness(OwnInsert Insert, IReadOnlyList<SentRequest> Sent)
{
    public const string Latest = $"""
        SELECT {OwnInsertRow.Columns}
        FROM inserts
        WHERE terminal_code = @terminalCode AND kind = 'delivery' AND state IN ('accepted', 'accepted-with-warnings')
        ORDER BY occurred_at DESC
        LIMIT 1
        """;

    /// <summary>Null where ATIONET has accepted none yet.</summary>
    public static Witness? Of(SqliteConnection connection, string terminalCode) =>
        connection.QueryFirstOrDefault<OwnInsertRow>(Latest, new { terminalCode }) is { } row
            ? new Witness(row.ToOwnInsert(), SentRequest.Of(connection, row.Seq))
            : null;
}
