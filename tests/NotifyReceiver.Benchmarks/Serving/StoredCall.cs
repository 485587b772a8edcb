using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Benchmarks.Serving;

/// <summary>A call as who writes such a receiver in an afternoon keeps it: the id, the body, and the id refused a second time.</summary>
internal sealed record StoredCall(string Id, string ReceivedAt, byte[] Body)
{
    public static async Task<StoredCall> ReadAsync(HttpRequest request)
    {
        var body = new byte[request.ContentLength!.Value];
        await request.Body.ReadExactlyAsync(body);
        return new StoredCall(
            request.Headers["X-Notification-Id"].ToString(),
            TimeProvider.System.GetUtcNow().ToString("O"),
            body
        );
    }

    /// <summary>Opens the file. Synchronous is FULL, which is what SQLite does when it is not told otherwise.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection { ConnectionString = $"Data Source={file}" };
        connection.Open();
        return connection;
    }

    public static void CreateTable(SqliteConnection connection) =>
        connection.Execute(
            """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS notifications (
              seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, received_at TEXT NOT NULL, body BLOB NOT NULL
            )
            """
        );

    public void Insert(SqliteConnection connection) =>
        connection.Execute(
            "INSERT OR IGNORE INTO notifications (id, received_at, body) VALUES (@Id, @ReceivedAt, @Body)",
            this
        );
}
