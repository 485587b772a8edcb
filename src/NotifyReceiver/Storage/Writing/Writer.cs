using System.Threading.Channels;
using NotifyReceiver.Storage.Statements;
using SQLitePCL;

namespace NotifyReceiver.Storage.Writing;

/// <summary>
/// The only writer, on a thread of its own. Takes everything that waits, runs it in one transaction, commits, and completes each
/// caller: many callers share one disk sync, and nobody waits for company.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostWritesACommit = 256;

    private readonly string _file;
    private readonly Func<KeptConnection> _open;

    // Not bounded here: those who add to it wait for what they added, and how many they may be is bounded where they come in.
    private readonly Channel<PendingWrite> _queue = Channel.CreateUnbounded<PendingWrite>(
        // Who adds wakes the writer itself, not by way of the pool; the writer's thread does the rest.
        new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = true }
    );
    private readonly Task _loop;
    private TaskCompletionSource _nextCommit = NewSignal();
    private TaskCompletionSource _nextLoudCommit = NewSignal();
    private KeptConnection? _connection;
    private WriteTrouble? _trouble;

    /// <param name="file">The database, for words about it.</param>
    /// <param name="open">Opens it to be written.</param>
    public Writer(string file, Func<KeptConnection> open)
    {
        (_file, _open) = (file, open);
        // A sync of the disk holds the thread: one of the pool's would be missed by those that answer calls.
        _loop = Task.Factory.StartNew(
            Loop,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    /// <summary>Why the last commit that wrote something failed; null when it did not.</summary>
    public WriteTrouble? Trouble => Volatile.Read(ref _trouble);

    public Task NextCommit => Volatile.Read(ref _nextCommit).Task;

    public Task NextLoudCommit => Volatile.Read(ref _nextLoudCommit).Task;

    /// <summary>Somebody else has found the file to be ill.</summary>
    public void Hear(WriteTrouble trouble) => Volatile.Write(ref _trouble, trouble);

    /// <summary>Something was written and committed since: that trouble is over, unless another came.</summary>
    public void Overcome(WriteTrouble trouble) => Interlocked.CompareExchange(ref _trouble, null, trouble);

    /// <param name="isQuiet">Whether it concerns only those who wait for any commit.</param>
    public Task<T> EnqueueAsync<T>(Func<KeptConnection, T> work, bool isQuiet)
    {
        var write = new PendingWrite<T>(work, isQuiet);
        return _queue.Writer.TryWrite(write)
            ? write.Result
            : Task.FromException<T>(new StorageException("the service is stopping"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_loop.IsCompleted)
        {
            return;
        }
        _queue.Writer.Complete();
        await _loop;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Loop()
    {
        var batch = new List<PendingWrite>();
#pragma warning disable VSTHRD002 // The thread is the writer's own: it has nothing else to do than to wait.
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
#pragma warning restore VSTHRD002
        {
            while (batch.Count < MostWritesACommit && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
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
            var before = raw.sqlite3_total_changes(_connection.Handle);
            _connection.Prepared("BEGIN IMMEDIATE").Run();
            _connection.Transactions++;
            foreach (var write in batch)
            {
                Run(_connection, write);
            }
            _connection.Prepared("COMMIT").Run();
            // Of one that wrote nothing, no disk was asked.
            if (
                _trouble is { } overcome
                && !overcome.IsDamage
                && raw.sqlite3_total_changes(_connection.Handle) != before
            )
            {
                Overcome(overcome);
            }
            if (batch.Find(write => write.Failure is StorageException and not WriteException) is { } ill)
            {
                Volatile.Write(ref _trouble, WriteTrouble.Of(_file, ill.Failure!));
            }
        }
#pragma warning disable CA1031 // Whatever it is, everyone in the batch must hear of it, and the loop must live.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // After a failed sync the same handle may report success for pages that never reached the disk.
            _connection?.Dispose();
            _connection = null;
            Volatile.Write(ref _trouble, WriteTrouble.Of(_file, failure));
            var told = new StorageException($"cannot commit: {failure.Message}", failure);
            Answer(batch, write => write.Fail(told));
            return;
        }
        Answer(batch, write => write.Complete());
        Interlocked.Exchange(ref _nextCommit, NewSignal()).SetResult();
        if (!batch.TrueForAll(write => write.IsQuiet))
        {
            Interlocked.Exchange(ref _nextLoudCommit, NewSignal()).SetResult();
        }
    }

    // Few pieces of work for the pool, each of which answers many: to wake a thread for each would cost more than the answer. Never
    // on this thread, which must not wait for what callers do then.
    private static void Answer(List<PendingWrite> batch, Action<PendingWrite> answer)
    {
        var piece = (batch.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        foreach (var some in batch.Chunk(piece))
        {
            ThreadPool.UnsafeQueueUserWorkItem(writes => Array.ForEach(writes, answer), some, preferLocal: false);
        }
    }

    private static void Run(KeptConnection connection, PendingWrite write)
    {
        // A savepoint copies each page that is touched after it, which is as much work as a short write itself.
        if (write.IsQuiet)
        {
            TryRun(connection, write);
            return;
        }
        connection.Prepared("SAVEPOINT one").Run();
        if (!TryRun(connection, write))
        {
            connection.Prepared("ROLLBACK TO one").Run();
            connection.Undos++;
        }
        connection.Prepared("RELEASE one").Run();
    }

    private static bool TryRun(KeptConnection connection, PendingWrite write)
    {
        var isDone = write.TryRun(connection);
        // A full disk, among others, has SQLite undo the whole transaction: what follows would stand outside of any.
        return isDone || raw.sqlite3_get_autocommit(connection.Handle) == 0
            ? isDone
            : throw new StorageException("the transaction was undone as a whole", write.Failure);
    }
}
