using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Copying;
using NotifyReceiver.Storage.Space;
using NotifyReceiver.Storage.Statements;
using NotifyReceiver.Storage.Writing;

namespace NotifyReceiver.Storage;

/// <summary>
/// The SQLite file: the one place that opens connections. One writer that commits in groups, readers beside it.
/// What a commit promises rests on WAL with <c>synchronous=FULL</c>, so both are read back on the writer's connection.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int BusyTimeoutSeconds = 10;
    private const string SynchronousFull = "2";

    // A long read makes the log grow; past this it is cut back once all of it is in the file.
    private const string MostLogBytes = "67108864";

    private readonly string _file;
    private readonly Writer _writer;
    private readonly InstanceLock? _lock;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private Database(string file, InstanceLock? held)
    {
        _file = file;
        _lock = held;
        _writer = new Writer(file, () => OpenWriter(file, SqliteOpenMode.ReadWrite));
    }

    /// <summary>Completes at the next commit of this process. Take it before looking for work, wait for it after.</summary>
    public Task NextCommit => _writer.NextCommit;

    /// <summary>The same, passing over commits in which all was written quietly.</summary>
    public Task NextLoudCommit => _writer.NextLoudCommit;

    /// <summary>Whether this is the service that has the file, and no other service can have it beside.</summary>
    public bool IsAlone => _lock?.Excludes == true;

    /// <summary>Opens the file for the service, creating it and bringing its schema up to date.</summary>
    /// <param name="tell">Gets what takes long, or is not as it should be, a line each.</param>
    /// <exception cref="StorageException">
    /// Another service has it, it cannot be opened, or it cannot promise what a commit must promise.
    /// </exception>
    public static Database Create(StorageOptions options, Action<string>? tell = null)
    {
        var file = options.DatabaseFile;
        var held = InstanceLock.Take(options);
        try
        {
            Replacement.RefuseHalfDone(file);
            using var connection = OpenWriter(file, SqliteOpenMode.ReadWriteCreate);
            Migrations.Apply(connection, file);
            GivingBack.Allow(connection, file, tell ?? (_ => { }));
            return new Database(file, held);
        }
        catch (SqliteException broken)
        {
            held.Dispose();
            throw new StorageException(StorageFault.InWords(file, broken), broken);
        }
        catch (StorageException)
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file for a command, beside a service that may be running. Creates and changes nothing.</summary>
    /// <exception cref="StorageException">There is no such file, or it is of another version.</exception>
    public static Database OpenExisting(string file)
    {
        if (!File.Exists(file))
        {
            throw new StorageException(
                $"there is no database at '{file}'; start the service first, or name its Receiver:DataDirectory"
            );
        }
        try
        {
            using var connection = OpenWriter(file, SqliteOpenMode.ReadWrite);
            Migrations.RefuseAnotherVersion(connection, file);
        }
        catch (SqliteException broken)
        {
            throw new StorageException(StorageFault.InWords(file, broken), broken);
        }
        return new Database(file, held: null);
    }

    /// <summary>
    /// A connection that can only read, and sees what was committed when its query began. Closing it keeps the file open for the
    /// next one: opening takes longer than most queries.
    /// </summary>
    public SqliteConnection OpenReader()
    {
        var connection = Open(_file, SqliteOpenMode.ReadWrite, pooled: true);
        connection.Execute("PRAGMA query_only = ON");
        return connection;
    }

    /// <summary>
    /// Runs <paramref name="work"/> inside the writer's next transaction; completes after the commit, so that what it
    /// wrote survives a power cut. If <paramref name="work"/> throws, only its own changes are undone.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work) => _writer.EnqueueAsync(work, isQuiet: false);

    public Task WriteAsync(Action<SqliteConnection> work) =>
        WriteAsync(connection =>
        {
            work(connection);
            return true;
        });

    /// <summary>
    /// The same for what is short and frequent: it concerns only those who wait for any commit, and is no unit of its own. If
    /// <paramref name="work"/> throws, the statements that it had run stand: so it runs one that changes something, or such as may
    /// stand alone.
    /// </summary>
    public Task<T> WriteQuietlyAsync<T>(Func<KeptConnection, T> work) => _writer.EnqueueAsync(work, isQuiet: true);

    /// <summary>Somebody's query has failed. That the file is damaged is remembered, until it is opened anew.</summary>
    public void Hear(SqliteException fault)
    {
        if (StorageFault.IsDamage(fault))
        {
            _writer.Hear(WriteTrouble.Of(_file, fault));
        }
    }

    /// <summary>
    /// Whether writing works: a turn of the writer. As long as nothing is the matter it writes nothing and costs no disk sync; after
    /// a commit that failed it writes one page as it is, until that succeeds.
    /// </summary>
    /// <returns>Why it does not work, in words; null when it does.</returns>
    public async Task<string?> WriteTroubleAsync()
    {
        var trouble = _writer.Trouble;
        try
        {
            await WriteAsync(connection =>
            {
                if (trouble is not null)
                {
                    var version = connection.ExecuteScalar<long>("PRAGMA user_version");
                    connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
                }
            });
        }
        catch (StorageException failure)
        {
            return (_writer.Trouble ?? WriteTrouble.Of(_file, failure)).Reason;
        }
        if (trouble is { IsDamage: false })
        {
            _writer.Overcome(trouble);
        }
        return _writer.Trouble?.Reason;
    }

    public async ValueTask DisposeAsync()
    {
        using (var any = NewConnection(_file, SqliteOpenMode.ReadWrite, pooled: true))
        {
            SqliteConnection.ClearPool(any);
        }
        await _writer.DisposeAsync();
        _lock?.Dispose();
    }

    private static KeptConnection OpenWriter(string file, SqliteOpenMode mode)
    {
        var connection = Open(file, mode);
        // Of a new file, before anything is in it; one that has something stays as it is.
        connection.Execute("PRAGMA auto_vacuum = INCREMENTAL");
        connection.Execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000"
        );
        connection.Execute($"PRAGMA journal_size_limit = {MostLogBytes}");
        // The provider waits for a lock in its own commands alone; what is prepared without it must wait as well.
        connection.Execute(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000}")
        );
        Require(connection, file, "journal_mode", connection.ExecuteScalar<string>("PRAGMA journal_mode"), "wal");
        Require(
            connection,
            file,
            "synchronous",
            connection.ExecuteScalar<string>("PRAGMA synchronous"),
            SynchronousFull
        );
        return connection;
    }

    /// <summary>For those who copy whole files; all others read and write by an instance.</summary>
    public static KeptConnection Open(string file, SqliteOpenMode mode, bool pooled = false)
    {
        var connection = NewConnection(file, mode, pooled);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static KeptConnection NewConnection(string file, SqliteOpenMode mode, bool pooled)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = pooled,
            DefaultTimeout = BusyTimeoutSeconds,
        };
        return new KeptConnection { ConnectionString = settings.ToString() };
    }

    private static void Require(SqliteConnection connection, string file, string name, string? value, string wanted)
    {
        if (value != wanted)
        {
            connection.Dispose();
            throw new StorageException(
                $"the database '{file}' runs with {name}={value} where {wanted} is needed to keep what was answered; "
                    + "is it on a network file system?"
            );
        }
    }
}
