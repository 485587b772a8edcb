using Microsoft.Data.Sqlite;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Dispatching;

/// <summary>
/// How a worker goes round: again at once while there is work, otherwise at the next commit, or after a moment in which
/// another process may have committed. A fault is logged and followed by a pause; a fault that stays ends the worker, and
/// with it the process, so that nobody believes it is at work.
/// </summary>
internal sealed class WorkLoop(
    Database database,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<WorkLoop> log
)
{
    private const int DoublingsToTheLongestPause = 5;

    // A disk that is full for a moment is no reason to go.
    private static readonly TimeSpan LongestFaulty = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    /// <param name="next">What may bring work: the next commit, of whatever kind concerns the worker.</param>
    /// <param name="pass">Does what waits; true when there was any.</param>
    public async Task RunAsync(
        string worker,
        Func<Database, Task> next,
        Func<CancellationToken, Task<bool>> pass,
        CancellationToken stop
    )
    {
        await StartedAsync(stop);
        var faults = 0;
        var wellAt = clock.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            var committed = next(database);
            try
            {
                var worked = await pass(stop);
                (faults, wellAt) = (0, clock.GetTimestamp());
                if (!worked)
                {
                    await committed.WaitAsync(Poll, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (faults++ == 0 || clock.GetElapsedTime(wellAt) < LongestFaulty)
            {
                log.PassFailed(fault, worker, faults);
                if (fault is SqliteException broken)
                {
                    database.Hear(broken);
                }
                await PauseAsync(faults, stop);
            }
        }
    }

    // A service that cannot open its door ends at once; it must not have begun to send.
    private async Task StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PauseAsync(int faults, CancellationToken stop)
    {
        var pause = Task.Delay(FirstPause * (1 << Math.Min(faults - 1, DoublingsToTheLongestPause)), clock, stop);
        await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
