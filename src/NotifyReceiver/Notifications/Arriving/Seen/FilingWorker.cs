using NotifyReceiver.Storage;

namespace NotifyReceiver.Notifications.Arriving.Seen;

/// <summary>Files what was seen when few calls come, or when so many wait that memory and a restart would feel it.</summary>
internal sealed class FilingWorker(Filing filing, TimeProvider clock, ILogger<FilingWorker> log) : BackgroundService
{
    /// <summary>More than these are filed whatever else is to be done: some 12 MB of memory, half a second of a start.</summary>
    private const int MostWaiting = 250_000;

    private const int ArrivalsOfAQuietSecond = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var before = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var waiting = await filing.WaitingAsync();
                if (waiting > MostWaiting || (waiting > 0 && waiting - before < ArrivalsOfAQuietSecond))
                {
                    await filing.FileAsync(stoppingToken);
                    waiting = 0;
                }
                before = waiting;
            }
            catch (Exception fault) when (fault is StorageException or OperationCanceledException)
            {
                // Nothing depends on it: they are found among the notifications themselves, and it is tried again.
                log.NotFiled(fault);
            }
        }
    }
}
