using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Fetching;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>
/// Lists what was published, and takes in what is not here yet. What a run has been through is kept, so that one that was
/// interrupted goes on.
/// </summary>
internal sealed class CatchUp(
    DocumentsApi api,
    DocumentFetch fetch,
    CatchUpStore store,
    Database database,
    CatchUpOptions options,
    TimeProvider clock
)
{
    /// <param name="isDryRun">Whether nothing is to be stored: what would be taken in is only counted.</param>
    /// <param name="report">Gets how far it is, after each document.</param>
    public async Task<CatchUpResult> RunAsync(
        CatchUpSubject subject,
        bool isDryRun,
        Action<CatchUpProgress> report,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var watermark = store.WatermarkOf(subject.Location, subject.DocumentType, subject.DayAt(now));
        var due = subject.DayAfter(watermark, options.OverlapDays, now);
        var since = subject.Since ?? due;
        var run = isDryRun ? CatchUpRun.OfDryRun(now) : await store.BeginAsync(watermark, since, now);
        var taking = new TakingIn(subject, isDryRun ? null : run, fetch, database, clock);
        var round = new CatchUpRound(api, taking, run, report);
        var result = await round.RunAsync(subject, since, stop);
        if (!isDryRun)
        {
            await KeepAsync(result, run, watermark, isGapless: since <= due);
        }
        return result;
    }

    // A run that began after the day that was due leaves a gap, so that it does not move the watermark.
    private Task KeepAsync(CatchUpResult result, CatchUpRun run, Watermark watermark, bool isGapless)
    {
        var now = clock.GetUtcNow();
        if (!result.IsThrough)
        {
            return store.InterruptAsync(watermark, result.Failure!, now);
        }
        DateTimeOffset? caughtUpAt = result.Failure is null && isGapless ? run.StartedAt : null;
        return store.EndAsync(run, watermark, caughtUpAt, result.Failure, now);
    }
}
