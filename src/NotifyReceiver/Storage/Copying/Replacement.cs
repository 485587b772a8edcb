using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Storage.Copying;

/// <summary>How putting a copy in the database's place ended.</summary>
internal abstract record Replacement
{
    /// <param name="KeptAs">Where the database is that was there; null when there was none.</param>
    internal sealed record Done(string? KeptAs) : Replacement;

    /// <param name="Reason">Why all is as it was, in words.</param>
    internal sealed record Refused(string Reason) : Replacement;

    private const string Unfinished = ".restoring";
    private static readonly string[] WithIt = ["-wal", "-shm", "-journal"];

    /// <summary>
    /// Copies, checks, updates and changes the copy under another name, then moves the present database aside and this in its
    /// place. The copy itself stays as it is.
    /// </summary>
    /// <param name="copy">The file to be put in place.</param>
    /// <param name="change">What has to be changed in it, in one transaction.</param>
    /// <exception cref="StorageException">A service is running, or its files cannot be moved.</exception>
    public static Replacement Make(
        StorageOptions options,
        string copy,
        Action<KeptConnection> change,
        DateTimeOffset now,
        Action<CopyProgress> progress,
        CancellationToken stop
    )
    {
        var file = options.DatabaseFile;
        if (Path.GetFullPath(copy) == Path.GetFullPath(file))
        {
            return new Refused($"'{copy}' is the database itself");
        }
        using var held = InstanceLock.Take(options);
        var fresh = file + Unfinished;
        Remove(fresh);
        try
        {
            if (CopyProblem(copy, fresh, progress, stop) is { } problem)
            {
                Remove(fresh);
                return new Refused($"'{copy}' is not restored: {problem}");
            }
            if (!IsLetGo(file))
            {
                Remove(fresh);
                return new Refused($"the database '{file}' is in use by another command; wait until it has ended");
            }
            Prepare(file, fresh, change);
        }
        catch (Exception fault)
            when (fault is OperationCanceledException or StorageException or SqliteException or IOException)
        {
            Remove(fresh);
            throw;
        }
        var kept = Keep(file, now);
        File.Move(fresh, file, overwrite: false);
        return new Done(kept);
    }

    /// <summary>Otherwise a service would begin anew with nothing, and send again what was sent.</summary>
    /// <exception cref="StorageException">A restore was interrupted between the two moves.</exception>
    public static void RefuseHalfDone(string file)
    {
        if (!File.Exists(file) && File.Exists(file + Unfinished))
        {
            throw new StorageException(
                $"a restore was interrupted before the database '{file}' was in place; run 'notify-receiver restore FILE' again"
            );
        }
    }

    private static string? CopyProblem(string copy, string fresh, Action<CopyProgress> progress, CancellationToken stop)
    {
        try
        {
            using (var source = Database.Open(copy, SqliteOpenMode.ReadOnly))
            {
                source.Execute("BEGIN DEFERRED");
                if (!Migrations.IsOurs(source))
                {
                    return "it is not a database of notify-receiver";
                }
                Migrations.RefuseNewer(source, copy);
                OwnerOnly.CreateFile(fresh);
                Snapshot.Take(source, fresh, progress, stop);
            }
            using var connection = Database.Open(fresh, SqliteOpenMode.ReadOnly);
            return Soundness.Problem(connection);
        }
        catch (SqliteException broken)
        {
            return broken.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_NOTADB => "it is not a database",
                SQLitePCL.raw.SQLITE_CORRUPT => $"it is damaged: {broken.Message}",
                SQLitePCL.raw.SQLITE_FULL => $"the disk of '{fresh}' is full",
                _ => $"it cannot be read: {broken.Message}",
            };
        }
        catch (StorageException newer)
        {
            return newer.Message;
        }
    }

    // Leaving the write-ahead log takes the database for oneself alone, and the whole of it into one file. What is damaged cannot
    // be used by anybody else either.
    private static bool IsLetGo(string file)
    {
        if (!File.Exists(file))
        {
            return true;
        }
        try
        {
            using var connection = Database.Open(file, SqliteOpenMode.ReadWrite);
            connection.DefaultTimeout = 1;
            return connection.ExecuteScalar<string>("PRAGMA journal_mode = DELETE") == "delete";
        }
        catch (SqliteException fault)
        {
            return fault.SqliteErrorCode is not (SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED);
        }
    }

    private static void Prepare(string file, string fresh, Action<KeptConnection> change)
    {
        var numbers = NumbersOf(file);
        using var connection = Database.Open(fresh, SqliteOpenMode.ReadWrite);
        Migrations.Apply(connection, fresh);
        using var transaction = connection.BeginTransaction();
        change(connection);
        foreach (var (name, seq) in numbers)
        {
            connection.Execute(
                """
                UPDATE sqlite_sequence SET seq = max(seq, @seq) WHERE name = @name;
                INSERT INTO sqlite_sequence (name, seq)
                SELECT @name, @seq
                WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = @name)
                  AND EXISTS (SELECT 1 FROM sqlite_master WHERE name = @name)
                """,
                new { name, seq }
            );
        }
        transaction.Commit();
    }

    // n17 and i23 stand in logs and with callers: no other is to get a number that was given out.
    private static IReadOnlyList<(string Name, long Seq)> NumbersOf(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }
        try
        {
            using var connection = Database.Open(file, SqliteOpenMode.ReadOnly);
            return [.. connection.Query<(string, long)>("SELECT name, seq FROM sqlite_sequence")];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    private static string? Keep(string file, DateTimeOffset now)
    {
        // With the milliseconds: a second restore is no sooner done than that.
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        var kept = $"{file}.before-restore-{time}";
        var wasThere = File.Exists(file);
        // Never the log without the database, which would take it for its own.
        foreach (var part in WithIt.Prepend("").Where(part => File.Exists(file + part)))
        {
            File.Move(file + part, kept + part, overwrite: false);
        }
        return wasThere ? kept : null;
    }

    private static void Remove(string file)
    {
        foreach (var part in WithIt.Append(""))
        {
            File.Delete(file + part);
        }
    }
}
