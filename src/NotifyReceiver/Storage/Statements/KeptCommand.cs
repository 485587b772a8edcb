using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage.Statements;

/// <summary>
/// What Dapper makes, fills, runs and disposes for each statement. It borrows the prepared one as soon as it is told the text, and
/// disposing puts that back.
/// </summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
#pragma warning disable CA2213 // It is lent by the connection, which gets it back.
    private SqliteCommand? _command;
#pragma warning restore CA2213
    private bool _mayBeKept;

    [AllowNull]
    public override string CommandText
    {
        get => _command?.CommandText ?? "";
        set
        {
            if (_command is null)
            {
                _command = connection.Take(value ?? "");
            }
            else
            {
                // Dapper writes lists of values into the text.
#pragma warning disable CA2100 // The text is the caller's, who is held to the same rule.
                _command.CommandText = value;
#pragma warning restore CA2100
            }
        }
    }

    public override int CommandTimeout
    {
        get => Command.CommandTimeout;
        set => Command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => Command.CommandType;
        set => Command.CommandType = value;
    }

    public override UpdateRowSource UpdatedRowSource
    {
        get => Command.UpdatedRowSource;
        set => Command.UpdatedRowSource = value;
    }

    public override bool DesignTimeVisible { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    // That of the connection, always: SQLite has no other.
    protected override DbTransaction? DbTransaction { get; set; }

    protected override DbParameterCollection DbParameterCollection => Command.Parameters;

    private SqliteCommand Command => _command ?? throw new InvalidOperationException("a command needs its text first");

    public override int ExecuteNonQuery() => Run(command => command.ExecuteNonQuery());

    public override object? ExecuteScalar() => Run(command => command.ExecuteScalar());

    public override void Prepare() => Command.Prepare();

    public override void Cancel() => Command.Cancel();

    protected override DbParameter CreateDbParameter() => Command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        Run(command => command.ExecuteReader(behavior));

    protected override void Dispose(bool disposing)
    {
        if (disposing && _command is { } command)
        {
            _command = null;
            if (_mayBeKept)
            {
                connection.PutBack(command);
            }
            else
            {
                command.Dispose();
            }
        }
        base.Dispose(disposing);
    }

    private T Run<T>(Func<SqliteCommand, T> run)
    {
        _mayBeKept = false;
        var result = run(Command);
        _mayBeKept = true;
        return result;
    }
}
