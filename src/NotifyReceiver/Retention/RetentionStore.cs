using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Retention;

/// <summary>What is kept of pruning itself.</summary>
internal static class RetentionStore
{
    /// <summary>Null before the first pass.</summary>
    public static RetentionRecord? Find(SqliteConnection connection) =>
        connection.QueryFirstOrDefault<StoredRow>("SELECT time, passed_at, pruned, emptied FROM retention")?.ToRecord();

    /// <summary>When the newest notification came; null when there is none.</summary>
    public static DateTimeOffset? Newest(SqliteConnection connection) =>
        connection.QueryFirstOrDefault<string>("SELECT received_at FROM notifications ORDER BY seq DESC LIMIT 1")
            is { } text
            ? UtcText.Parse(text)
            : null;

    /// <param name="time">How far time has come, as far as it can be trusted.</param>
    public static void Reached(SqliteConnection connection, DateTimeOffset time, DateTimeOffset now) =>
        connection.Execute(
            """
            INSERT INTO retention (one, time, passed_at, pruned, emptied) VALUES (1, @time, @now, 0, 0)
            ON CONFLICT DO UPDATE SET time = @time, passed_at = @now
            """,
            new { time = UtcText.Of(time), now = UtcText.Of(now) }
        );

    public static void Add(SqliteConnection connection, PruningCount count) =>
        connection.Execute(
            "UPDATE retention SET pruned = pruned + @All, emptied = emptied + @Emptied",
            new { count.All, count.Emptied }
        );

    private sealed record StoredRow(string Time, string PassedAt, long Pruned, long Emptied)
    {
        public RetentionRecord ToRecord() => new(UtcText.Parse(Time), UtcText.Parse(PassedAt), Pruned, Emptied);
    }
}
