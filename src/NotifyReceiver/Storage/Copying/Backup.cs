using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Copying;

/// <summary>How a copy of the database ended.</summary>
internal abstract record Backup
{
    /// <param name="Counts">The rows of each table.</param>
    internal sealed record Made(long Bytes, IReadOnlyDictionary<string, long> Counts) : Backup;

    /// <param name="Reason">Why there is no copy, in words.</param>
    internal sealed record NotMade(string Reason) : Backup;

    /// <summary>
    /// Copies the database beside whoever uses it, of whatever version it is: before an update is when a copy is wanted. Appears
    /// under its name only when it is whole and checked.
    /// </summary>
    /// <param name="file">The database.</param>
    /// <param name="target">The copy; nothing may be there.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is left of it.</exception>
    public static Backup Make(string file, string target, Action<CopyProgress> progress, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            return new NotMade($"there is no database at '{file}'; name its Receiver:DataDirectory");
        }
        if (Path.Exists(target))
        {
            return new NotMade($"'{target}' is there already, and is not written over");
        }
        var partial = $"{target}.{Environment.ProcessId}.partial";
        try
        {
            OwnerOnly.CreateFile(partial);
            var made = Make(file, target, partial, progress, stop);
            if (made is Made)
            {
                File.Move(partial, target, overwrite: false);
            }
            return made;
        }
        catch (SqliteException broken)
        {
            return new NotMade(
                broken.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL
                    ? $"the disk of '{target}' is full"
                    : StorageFault.InWords(file, broken)
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new NotMade($"cannot write '{target}': {fault.Message}");
        }
        finally
        {
            foreach (var left in new[] { partial, partial + "-journal" }.Where(File.Exists))
            {
                File.Delete(left);
            }
        }
    }

    private static Backup Make(
        string file,
        string target,
        string partial,
        Action<CopyProgress> progress,
        CancellationToken stop
    )
    {
        IReadOnlyDictionary<string, long> counts;
        using (var source = Database.Open(file, SqliteOpenMode.ReadWrite))
        {
            source.Execute("PRAGMA query_only = ON; BEGIN");
            if (!Migrations.IsOurs(source))
            {
                return new NotMade($"'{file}' is not a database of notify-receiver");
            }
            counts = Soundness.Counts(source);
            Snapshot.Take(source, partial, progress, stop);
        }
        using var copy = Database.Open(partial, SqliteOpenMode.ReadOnly);
        if (Soundness.Problem(copy) is { } problem)
        {
            return new NotMade(
                $"the copy '{target}' of '{file}' was not kept: {problem}; restore the last good copy ('notify-receiver restore FILE')"
            );
        }
        return Soundness.Counts(copy).ToHashSet().SetEquals(counts)
            ? new Made(new FileInfo(partial).Length, counts)
            : new NotMade($"the copy '{target}' was not kept: it does not have the rows that '{file}' has");
    }
}
