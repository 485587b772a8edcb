using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NotifyReceiver.Storage;

/// <summary>What is the matter with the file, and what an operator can do about it.</summary>
internal static class StorageFault
{
    private const string TakeTheLastCopy =
        "stop the service and restore the last good copy ('notify-receiver restore FILE')";

    /// <param name="file">The database; null where it is not known which.</param>
    public static string InWords(string? file, SqliteException fault)
    {
        var it = file is null ? "the database" : $"the database '{file}'";
        return fault.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => $"the disk of {it} is full: make room",
            raw.SQLITE_CORRUPT => $"{it} is damaged ({fault.Message}): {TakeTheLastCopy}",
            raw.SQLITE_NOTADB => $"cannot open {it}, which is no database or is damaged: {TakeTheLastCopy}",
            raw.SQLITE_READONLY or raw.SQLITE_PERM =>
                $"{it} cannot be written: give this user the right to write to it and its directory, and see that the disk is not mounted read-only",
            raw.SQLITE_CANTOPEN =>
                $"cannot open {it}: see that it is there, and give this user the right to read and write it and its directory",
            raw.SQLITE_IOERR =>
                $"the disk of {it} cannot be read or written ({fault.Message}): see to the disk and its room",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                $"{it} is in use by something that does not let go of it; try again, or end that first",
            _ => $"cannot use {it}: {fault.Message}",
        };
    }

    /// <summary>Whether it stays until the file is replaced, whatever becomes of the disk.</summary>
    public static bool IsDamage(SqliteException fault) =>
        fault.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;
}
