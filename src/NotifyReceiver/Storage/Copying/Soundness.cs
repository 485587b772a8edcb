using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Copying;

/// <summary>Whether a file is a whole database of this program. Reads all of it.</summary>
internal static class Soundness
{
    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public static string? Problem(SqliteConnection connection)
    {
        try
        {
            if (!Migrations.IsOurs(connection))
            {
                return "it is not a database of notify-receiver";
            }
            var damage = connection.QueryFirst<string>("PRAGMA integrity_check(1)");
            if (damage != "ok")
            {
                return $"it is damaged: {damage}";
            }
            return connection.QueryFirstOrDefault<string>("PRAGMA foreign_key_check") is { } table
                ? $"its table {table} names rows that are not there"
                : null;
        }
        catch (SqliteException broken)
        {
            return broken.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB
                ? "it is not a database"
                : $"it cannot be read: {broken.Message}";
        }
    }

    /// <summary>The rows of each table.</summary>
#pragma warning disable S2077 // The names are the database's own.
    public static IReadOnlyDictionary<string, long> Counts(SqliteConnection connection) =>
        connection
            .Query<string>(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            )
            .ToDictionary(
                name => name,
#pragma warning disable S2077 // A table's name cannot be a parameter, and these are the file's own.
                name => connection.ExecuteScalar<long>($"SELECT count(*) FROM \"{name}\""),
#pragma warning restore S2077
                StringComparer.Ordinal
            );
#pragma warning restore S2077
}
