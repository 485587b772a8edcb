using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>Files what was seen when few calls come, or when so many wait that memory and a restart would feel it.</summary>
internal sealed class FilingWorker(Filing filing, TimeProvider clock, ILogger<FilingWorker> log) : BackgroundService
{
    /// <summary>More than these are filed whatever else is to be done: some 12 MB of memory, half a second of a start.</summary>
    private const int MostWaiting = 250_000;

    private const int ArrivalsOfAQuietSecond = 500;

    // Little enough to come to its end in a life that is cut short, so that what waits does not grow from one to the next.
    private const int PieceOfAQuietSecond = 16_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What an earlier life left is filed at once.
        var before = int.MaxValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var waiting = await filing.WaitingAsync();
                if (waiting > MostWaiting || (waiting > 0 && waiting - before < ArrivalsOfAQuietSecond))
                {
                    waiting = await filing.FileAsync(
                        waiting > MostWaiting ? MostWaiting : PieceOfAQuietSecond,
                        stoppingToken
                    );
                }
                before = waiting;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException fault)
            {
                // Nothing depends on it: they are found among the notifications themselves, and it is tried again.
                log.NotFiled(fault);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
