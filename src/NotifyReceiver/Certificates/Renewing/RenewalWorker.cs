using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>Looks after every certificate, a minute apart at most, for as long as the service runs. Nothing ends it but the service's stop.</summary>
internal sealed class RenewalWorker(
    Renewal renewal,
    ChallengeAnswers answers,
    AcmeOptions options,
    Chance chance,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<RenewalWorker> log
) : BackgroundService
{
    // Timers stand still while a machine sleeps, and clocks are set: no wait is longer than that.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Those who are served already can wait until it is clear that the service stays up.
        await StartedAsync(stoppingToken);
        var wait = renewal.IsAnyMissing() ? TimeSpan.Zero : Longest * chance.Next();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                wait = await TickAsync(stoppingToken);
            }
        }
    }

    // A CA looks through the service's own doors, which open last.
    private async Task StartedAsync(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Does what is due, and tells how long to wait.</summary>
    private async Task<TimeSpan> TickAsync(CancellationToken stop)
    {
        // A random second, so that those who started together do not come together.
        var wait = Longest - (Longest / 2 * chance.Next());
        foreach (var names in options.Certificates)
        {
            var until = await TickAsync(names, stop) - clock.GetUtcNow();
            wait = until < wait ? until.Value : wait;
        }
        return wait > Shortest ? wait : Shortest;
    }

    private async Task<DateTimeOffset?> TickAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        try
        {
            answers.RemoveStale();
            return (await renewal.TickAsync(names, stop)).Next;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // A certificate that nobody renews is an outage some weeks on: the loop must live.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.TickFaulted(fault, string.Join(", ", names));
            return null;
        }
    }
}
