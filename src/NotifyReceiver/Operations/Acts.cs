using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Operations;

/// <summary>The record of what operators did by hand.</summary>
internal static class Acts
{
    /// <param name="act">What was done.</param>
    /// <param name="subject">To which notification or insert.</param>
    public static void Record(SqliteConnection connection, DateTimeOffset now, string act, string subject) =>
        connection.Execute(
            "INSERT INTO acts (at, who, act, subject) VALUES (@at, @who, @act, @subject)",
            new
            {
                at = UtcText.Of(now),
                who = Environment.UserName,
                act,
                subject,
            }
        );
}
