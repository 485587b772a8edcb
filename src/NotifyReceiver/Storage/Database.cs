using Dapper;
using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Storage;

/// <summary>
/// The SQLite file: the one place that opens connections. One writer that commits in groups, readers beside it.
/// What a commit promises rests on WAL with <c>synchronous=FULL</c>, so both are read back on the writer's connection.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int BusyTimeoutSeconds = 10;
    private const string SynchronousFull = "2";

    private readonly string _file;
    private readonly Writer _writer;
    private readonly InstanceLock? _lock;

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private Database(string file, InstanceLock? held)
    {
        _file = file;
        _lock = held;
        _writer = new Writer(() => OpenWriter(file, SqliteOpenMode.ReadWrite));
    }

    /// <summary>Completes at the next commit of this process. Take it before looking for work, wait for it after.</summary>
    public Task NextCommit => _writer.NextCommit;

    /// <summary>Whether this is the service that has the file, and no other service can have it beside.</summary>
    public bool IsAlone => _lock?.Excludes == true;

    /// <summary>Opens the file for the service, creating it and bringing its schema up to date.</summary>
    /// <exception cref="StorageException">
    /// Another service has it, it cannot be opened, or it cannot promise what a commit must promise.
    /// </exception>
    public static Database Create(StorageOptions options)
    {
        var file = options.DatabaseFile;
        var held = InstanceLock.Take(options);
        try
        {
            using var connection = OpenWriter(file, SqliteOpenMode.ReadWriteCreate);
            Migrations.Apply(connection, file);
            return new Database(file, held);
        }
        catch (SqliteException broken)
        {
            held.Dispose();
            throw new StorageException($"cannot open the database '{file}': {broken.Message}");
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
            throw new StorageException($"cannot open the database '{file}': {broken.Message}");
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
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> work) => _writer.EnqueueAsync(work);

    public Task WriteAsync(Action<SqliteConnection> work) =>
        _writer.EnqueueAsync(connection =>
        {
            work(connection);
            return true;
        });

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
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
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

    private static KeptConnection Open(string file, SqliteOpenMode mode, bool pooled = false)
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
