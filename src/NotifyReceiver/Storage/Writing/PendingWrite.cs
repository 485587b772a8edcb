using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage.Statements;

namespace NotifyReceiver.Storage.Writing;

/// <summary>A piece of work on its way through the writer: run inside the transaction, completed after the commit.</summary>
internal abstract class PendingWrite(bool isQuiet)
{
    /// <summary>Whether it concerns only those who wait for any commit, and needs no undoing.</summary>
    public bool IsQuiet => isQuiet;

    /// <summary>What the work threw; null when it ran well.</summary>
    public abstract Exception? Failure { get; }

    /// <summary>False when the work threw: its changes are to be undone. Its caller is told after the commit.</summary>
    public abstract bool TryRun(KeptConnection connection);

    public abstract void Complete();

    public abstract void Fail(Exception failure);
}

internal sealed class PendingWrite<T>(Func<KeptConnection, T> work, bool isQuiet) : PendingWrite(isQuiet)
{
    private readonly TaskCompletionSource<T> _result = new(
        isQuiet ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously
    );
    private T _value = default!;
    private Exception? _failure;

    public Task<T> Result => _result.Task;

    public override Exception? Failure => _failure;

    public override bool TryRun(KeptConnection connection)
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
