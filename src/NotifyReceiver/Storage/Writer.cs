using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NotifyReceiver.Storage;

/// <summary>
/// The only writer. Takes everything that waits, runs it in one transaction, commits, and completes each caller: many
/// callers share one disk sync, and nobody waits for company.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostWritesACommit = 256;
    private const int MostWritesWaiting = 4096;

    private readonly Func<SqliteConnection> _open;
    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MostWritesWaiting) { SingleReader = true }
    );
    private readonly Task _loop;
    private TaskCompletionSource _nextCommit = NewSignal();
    private SqliteConnection? _connection;

    public Writer(Func<SqliteConnection> open)
    {
        _open = open;
        _loop = Task.Run(LoopAsync);
    }

    public Task NextCommit => Volatile.Read(ref _nextCommit).Task;

    public async Task<T> EnqueueAsync<T>(Func<SqliteConnection, T> work)
    {
        var write = new PendingWrite<T>(work);
        try
        {
            await _queue.Writer.WriteAsync(write);
        }
        catch (ChannelClosedException closed)
        {
            throw new StorageException("the service is stopping", closed);
        }
        return await write.Result;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LoopAsync()
    {
        var batch = new List<PendingWrite>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostWritesACommit && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        try
        {
            _connection ??= _open();
            _connection.Execute("BEGIN IMMEDIATE");
            batch.ForEach(RunUndoingOnlyItself);
            _connection.Execute("COMMIT");
        }
#pragma warning disable CA1031 // Whatever it is, everyone in the batch must hear of it, and the loop must live.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // After a failed sync the same handle may report success for pages that never reached the disk.
            _connection?.Dispose();
            _connection = null;
            batch.ForEach(write => write.Fail(new StorageException($"cannot commit: {failure.Message}", failure)));
            return;
        }
        batch.ForEach(write => write.Complete());
        Interlocked.Exchange(ref _nextCommit, NewSignal()).SetResult();
    }

    private void RunUndoingOnlyItself(PendingWrite write)
    {
        _connection!.Execute("SAVEPOINT one");
        if (!write.TryRun(_connection!))
        {
            _connection!.Execute("ROLLBACK TO one");
        }
        _connection!.Execute("RELEASE one");
    }
}
