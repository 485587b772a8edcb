using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NotifyReceiver.Storage.Copying;

/// <summary>
/// Copies a database page by page as it was at one moment. Whoever writes to it meanwhile is not held up, and what they write is not
/// in the copy.
/// </summary>
internal static class Snapshot
{
    // 4 MB or so from one look at the progress to the next.
    private const int PagesAStep = 1000;

    /// <param name="source">Inside a transaction that has read something: that is the moment.</param>
    /// <param name="target">An empty file.</param>
    /// <exception cref="SqliteException">A page cannot be read or written.</exception>
    public static void Take(
        SqliteConnection source,
        string target,
        Action<CopyProgress> progress,
        CancellationToken stop
    )
    {
        using (var connection = Database.Open(target, SqliteOpenMode.ReadWrite))
        {
            using var backup = raw.sqlite3_backup_init(connection.Handle, "main", source.Handle, "main");
            if (backup is null || backup.IsInvalid)
            {
                throw new SqliteException(
                    raw.sqlite3_errmsg(connection.Handle).utf8_to_string(),
                    raw.sqlite3_errcode(connection.Handle)
                );
            }
            int step;
            do
            {
                stop.ThrowIfCancellationRequested();
                step = raw.sqlite3_backup_step(backup, PagesAStep);
                progress(new CopyProgress(raw.sqlite3_backup_remaining(backup), raw.sqlite3_backup_pagecount(backup)));
            } while (step == raw.SQLITE_OK);
            if (step != raw.SQLITE_DONE)
            {
                throw new SqliteException(raw.sqlite3_errstr(step).utf8_to_string(), step);
            }
        }
        // One whole file, without a log beside it.
        using var single = Database.Open(target, SqliteOpenMode.ReadWrite);
        using var command = single.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }
}
