using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NotifyReceiver.Storage.Statements;

/// <summary>
/// A connection that prepares a statement once and keeps it, by its text, until it is closed: SQLite takes longer to read most of
/// ours than to run them. What Dapper runs is kept; what is run by <see cref="SqliteConnection.CreateCommand"/> itself is not. As
/// any connection, it serves one thread at a time.
/// </summary>
internal sealed class KeptConnection : SqliteConnection
{
    // Far more than the program has; should a text ever be made of values, it does not fill the memory.
    private const int MostKept = 500;

    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>The number of the row that was inserted last.</summary>
    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(Handle);

    /// <summary>How many transactions its writer has begun.</summary>
    public int Transactions { get; set; }

    /// <summary>How many writes were undone within their transaction while others of it stood.</summary>
    public int Undos { get; set; }

    /// <summary>A statement of SQLite itself; the same one for the same text, so it must have been run to its end, or reset.</summary>
    public Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(this, sql);
            _statements.Add(sql, statement);
        }
        return statement;
    }

    /// <summary>One that nobody else has until it comes back: the kept one, unless the very same text is being run just now.</summary>
    public SqliteCommand Take(string sql)
    {
        if (!_idle.Remove(sql, out var command))
        {
            command = CreateCommand();
#pragma warning disable CA2100 // The text is the caller's, who is held to the same rule.
            command.CommandText = sql;
#pragma warning restore CA2100
        }
        command.Transaction = Transaction;
        return command;
    }

    /// <param name="command">One that was taken and ran without a fault; what it read is closed.</param>
    public void PutBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.CommandTimeout = DefaultTimeout;
        if (_idle.Count >= MostKept || !_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <summary>Ends what was begun and not ended: a pool would hand it, and what it saw then, to the next.</summary>
    public override void Close()
    {
        if (State == ConnectionState.Open && Transaction is null && raw.sqlite3_get_autocommit(Handle) == 0)
        {
            // Should it fail, nothing is committed either.
            _ = raw.sqlite3_exec(Handle, "ROLLBACK");
        }
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
        _statements.Clear();
        base.Close();
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);
}
