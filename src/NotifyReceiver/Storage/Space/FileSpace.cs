using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Space;

/// <summary>How large the database is, and how much of its file is empty.</summary>
/// <param name="IsGivenBack">Whether what is empty can be given back to the file system bit by bit.</param>
internal sealed record FileSpace(long PageBytes, long Pages, long FreePages, bool IsGivenBack)
{
    private const long Incremental = 2;

    public long FileBytes => Pages * PageBytes;

    public long UsedBytes => (Pages - FreePages) * PageBytes;

    public static FileSpace Of(SqliteConnection connection) =>
        new(
            connection.ExecuteScalar<long>("PRAGMA page_size"),
            connection.ExecuteScalar<long>("PRAGMA page_count"),
            connection.ExecuteScalar<long>("PRAGMA freelist_count"),
            connection.ExecuteScalar<long>("PRAGMA auto_vacuum") == Incremental
        );

    /// <summary>Gives as many empty pages back at most, inside the writer's transaction.</summary>
    public static void GiveBack(SqliteConnection connection, int pages) =>
        // It frees a page with each row that is asked for.
        connection.Query(string.Create(CultureInfo.InvariantCulture, $"PRAGMA incremental_vacuum({pages})")).AsList();
}
