using NotifyReceiver.Storage;

namespace NotifyReceiver.Retention;

/// <summary>Prunes once an hour. Whatever goes wrong with that, the service goes on.</summary>
internal sealed class RetentionWorker(
    Pruning pruning,
    RetentionState state,
    Database database,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<RetentionWorker> log
) : BackgroundService
{
    // After a start there is more urgent work.
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan MuchAhead = TimeSpan.FromDays(7);

    private long? _lastPass;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails must not be held up.
        var wait = First;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken,
            lifetime.ApplicationStopping
        );
        while (await ComesAsync(wait, stopping.Token))
        {
            await PassAsync(stopping.Token);
            wait = Interval;
        }
    }

    private async Task<bool> ComesAsync(TimeSpan wait, CancellationToken stop)
    {
        await Task.Delay(wait, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }

    private async Task PassAsync(CancellationToken stop)
    {
        try
        {
            var passed = _lastPass is { } last ? clock.GetElapsedTime(last) : TimeSpan.Zero;
            _lastPass = clock.GetTimestamp();
            var count = await pruning.PassAsync(passed, isDryRun: false, stop);
            Tell(count);
        }
#pragma warning disable CA1031 // Notifications are taken and sent without it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.PassFailed(fault);
        }
    }

    private void Tell(PruningCount count)
    {
        var (figures, trouble) = state.Now();
        if (count.All > 0)
        {
            log.Pruned(count.Gone, count.Emptied, figures);
        }
        if (trouble is not null)
        {
            log.TooLarge(trouble);
        }
        using var connection = database.OpenReader();
        var now = clock.GetUtcNow();
        if (RetentionStore.Find(connection) is { } reached && now - reached.Time > MuchAhead)
        {
            log.ClockIsAhead(now, reached.Time);
        }
    }
}
