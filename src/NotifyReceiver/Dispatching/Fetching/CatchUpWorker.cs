using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Sites.Loading;

namespace NotifyReceiver.Dispatching.Fetching;

/// <summary>Looks for what no notification brought: at the start, and then on a schedule.</summary>
internal sealed class CatchUpWorker(
    WorkLoop loop,
    CatchUp catchUp,
    CatchUpOptions options,
    PetrosoftOptions petrosoft,
    CurrentSites sites,
    TimeProvider clock,
    ILogger<CatchUpWorker> log
) : BackgroundService
{
    private const int DocumentsBetweenReports = 100;

    private NextCatchUp? _next;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        petrosoft.HasAccount && options.Interval > TimeSpan.Zero
            ? loop.RunAsync("catch-up", it => it.NextLoudCommit, CatchUpWhenDueAsync, stoppingToken)
            : Task.CompletedTask;

    private async Task<bool> CatchUpWhenDueAsync(CancellationToken stop)
    {
        if (_next?.IsDue(clock.GetUtcNow()) == false)
        {
            return false;
        }
        var isThrough = true;
        foreach (var site in sites.Current.Sites)
        {
            foreach (var documentType in options.DocumentTypes)
            {
                isThrough &= await CatchUpAsync(new CatchUpSubject(site, documentType), stop);
            }
        }
        _next = NextCatchUp.After(isThrough, options.Interval, clock.GetUtcNow());
        return true;
    }

    private async Task<bool> CatchUpAsync(CatchUpSubject subject, CancellationToken stop)
    {
        var result = await catchUp.RunAsync(subject, isDryRun: false, Report, stop);
        if (result.Failure is { } failure)
        {
            log.CatchUpFailed(result.Progress, failure);
        }
        else if (result.Progress.TakenIn + result.Progress.Named > 0)
        {
            log.CaughtUp(result.Progress);
        }
        return result.IsThrough;
    }

    private void Report(CatchUpProgress progress)
    {
        if (progress.Listed > 0 && progress.Listed % DocumentsBetweenReports == 0)
        {
            log.CatchingUp(progress);
        }
    }
}
