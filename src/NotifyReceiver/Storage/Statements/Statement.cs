using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NotifyReceiver.Storage.Statements;

/// <summary>
/// A prepared statement run on SQLite itself, without the provider and without Dapper: for the few that run with every call, where
/// those would take longer than SQLite does. Parameters are numbered from 1, columns from 0. Kept by its connection.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int MostBytesOnTheStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Bind(int parameter, long? value) =>
        Check(
            value is { } number
                ? raw.sqlite3_bind_int64(_statement, parameter, number)
                : raw.sqlite3_bind_null(_statement, parameter)
        );

    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(_statement, parameter));
            return;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var utf8 = most <= MostBytesOnTheStack ? stackalloc byte[most] : new byte[most];
        BindUtf8(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    public void Bind(int parameter, ReadOnlySpan<byte> value) =>
        Check(raw.sqlite3_bind_blob(_statement, parameter, value));

    /// <summary>Text that is UTF-8 already.</summary>
    public void BindUtf8(int parameter, ReadOnlySpan<byte> value) =>
        Check(raw.sqlite3_bind_text(_statement, parameter, value));

    /// <summary>Runs it to its next row. After the last one, or after <see cref="Reset"/>, it begins anew.</summary>
    /// <returns>False when there is none.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW)
        {
            return true;
        }
        raw.sqlite3_reset(_statement);
        Check(result is raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        return false;
    }

    /// <summary>Runs what yields no row.</summary>
    public void Run()
    {
        bool hasRow;
        do
        {
            hasRow = Step();
        } while (hasRow);
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>As long as the statement stands at this row.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
