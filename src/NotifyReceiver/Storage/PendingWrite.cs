using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage;

/// <summary>A piece of work on its way through the writer: run inside the transaction, completed after the commit.</summary>
internal abstract class PendingWrite
{
    /// <summary>False when the work threw: its changes are to be undone. Its caller is told after the commit.</summary>
    public abstract bool TryRun(SqliteConnection connection);

    public abstract void Complete();

    public abstract void Fail(Exception failure);
}

internal sealed class PendingWrite<T>(Func<SqliteConnection, T> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _value = default!;
    private Exception? _failure;

    public Task<T> Result => _result.Task;

    public override bool TryRun(SqliteConnection connection)
    {
        try
        {
            _value = work(connection);
            return true;
        }
        catch (SqliteException failure)
        {
            _failure = IsOfThisWriteAlone(failure)
                ? new WriteException($"cannot write: {failure.Message}", failure)
                : new StorageException($"cannot write: {failure.Message}", failure);
            return false;
        }
#pragma warning disable CA1031 // Whatever it is, it is the caller's, who gets it from the task.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
            return false;
        }
    }

    public override void Complete()
    {
        if (_failure is null)
        {
            _result.TrySetResult(_value);
        }
        else
        {
            _result.TrySetException(_failure);
        }
    }

    public override void Fail(Exception failure) => _result.TrySetException(_failure ?? failure);

    // A full or broken disk, a locked or damaged file: those concern everyone.
    private static bool IsOfThisWriteAlone(SqliteException failure) =>
        failure.SqliteErrorCode
            is SQLitePCL.raw.SQLITE_ERROR
                or SQLitePCL.raw.SQLITE_CONSTRAINT
                or SQLitePCL.raw.SQLITE_MISMATCH
                or SQLitePCL.raw.SQLITE_TOOBIG;
}
