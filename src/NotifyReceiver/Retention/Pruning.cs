using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Space;

namespace NotifyReceiver.Retention;

/// <summary>
/// Goes through the history, the oldest first, and prunes what is finished and old, or what is too much; then gives the space back.
/// In small steps with pauses between them, so that nobody who writes meanwhile waits long.
/// </summary>
internal sealed class Pruning(
    Database database,
    CatchUpStore catchUp,
    CatchUpOptions catchUpOptions,
    RetentionOptions options,
    TimeProvider clock
)
{
    private const int CandidatesAtATime = 500;
    private const int MostAStep = 32;
    private const long MostBytesAStep = 2 * 1024 * 1024;
    private const int PagesAStep = 64;

    // What is empty is used again; only much of it is worth moving what lies behind it.
    private const int KeptFreeShare = 20;
    private const int MostFreeShare = 10;

    // A little less than the limit, so that not each pass has a few to prune.
    private const decimal DownTo = 0.95m;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Told after each step how far the pass is.</summary>
    public Action<PruningCount>? Report { get; init; }

    /// <param name="passed">How much time has passed since the last pass, by a clock that nobody sets.</param>
    /// <param name="isDryRun">Whether what would be pruned is only counted.</param>
    public async Task<PruningCount> PassAsync(TimeSpan passed, bool isDryRun, CancellationToken stop)
    {
        var terms = await TermsAsync(passed, isDryRun);
        var walk = new Walk();
        if (terms.Before is { } before)
        {
            await WalkAsync(walk, terms, before, () => false, isDryRun, stop);
        }
        if (terms.MostBytes is { } most && !isDryRun && Space().UsedBytes > most)
        {
            var target = (long)(most * DownTo);
            walk.After = 0;
            await WalkAsync(walk, terms, terms.BeforeForSize, () => Space().UsedBytes <= target, isDryRun, stop);
        }
        if (!isDryRun)
        {
            await GiveBackAsync(stop);
        }
        return walk.Count;
    }

    public FileSpace Space()
    {
        using var connection = database.OpenReader();
        return FileSpace.Of(connection);
    }

    private async Task<PruningTerms> TermsAsync(TimeSpan passed, bool isDryRun)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset time;
        using (var connection = database.OpenReader())
        {
            time = TrustedTime.After(
                RetentionStore.Find(connection)?.Time,
                RetentionStore.Newest(connection),
                now,
                passed
            );
        }
        if (!isDryRun)
        {
            await database.WriteAsync(connection => RetentionStore.Reached(connection, time, now));
        }
        var listedFrom = ListedAgain.From(catchUp.Watermarks(), catchUpOptions.OverlapDays, time);
        return PruningTerms.Of(options, time, listedFrom);
    }

    private async Task WalkAsync(
        Walk walk,
        PruningTerms terms,
        DateTimeOffset before,
        Func<bool> isEnough,
        bool isDryRun,
        CancellationToken stop
    )
    {
        while (!stop.IsCancellationRequested)
        {
            var some = Candidates(walk.After);
            foreach (var step in StepsOf(some.Where(candidate => terms.MayGo(candidate, before))))
            {
                if (stop.IsCancellationRequested || isEnough())
                {
                    return;
                }
                walk.Count += await PruneAsync(step, terms.Now, isDryRun);
                Report?.Invoke(walk.Count);
                await PauseAsync(isDryRun, stop);
            }
            // Those that follow are younger still. What a wrong clock dated ahead tells nothing.
            if (
                some.Count == 0
                || some.All(candidate => candidate.LastReceivedAt >= before && candidate.LastReceivedAt <= terms.Now)
            )
            {
                return;
            }
            walk.After = some[^1].Seq;
        }
    }

    private IReadOnlyList<Candidate> Candidates(long after)
    {
        using var connection = database.OpenReader();
        return Candidate.After(connection, after, CandidatesAtATime);
    }

    private static IEnumerable<List<Candidate>> StepsOf(IEnumerable<Candidate> candidates)
    {
        var step = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            step.Add(candidate);
            if (step.Count == MostAStep || step.Sum(it => it.Bytes) >= MostBytesAStep)
            {
                yield return step;
                step = [];
            }
        }
        if (step.Count > 0)
        {
            yield return step;
        }
    }

    private async Task<PruningCount> PruneAsync(List<Candidate> step, DateTimeOffset now, bool isDryRun)
    {
        if (isDryRun)
        {
            using var connection = database.OpenReader();
            return step.Aggregate(
                PruningCount.None,
                (count, it) => count.With(Forgetting.WhatWouldBecomeOf(connection, it.Seq), it.Bytes)
            );
        }
        return await database.WriteAsync(connection =>
        {
            var count = step.Aggregate(
                PruningCount.None,
                (sum, it) => sum.With(Forgetting.Prune(connection, it.Seq, now), it.Bytes)
            );
            RetentionStore.Add(connection, count);
            return count;
        });
    }

    private async Task GiveBackAsync(CancellationToken stop)
    {
        var space = Space();
        if (!space.IsGivenBack || space.FreePages * MostFreeShare < space.Pages)
        {
            return;
        }
        while (!stop.IsCancellationRequested && space.FreePages * KeptFreeShare > space.Pages)
        {
            var pages = space.Pages;
            await database.WriteAsync(connection => FileSpace.GiveBack(connection, PagesAStep));
            await PauseAsync(isDryRun: false, stop);
            space = Space();
            if (space.Pages >= pages)
            {
                return;
            }
        }
    }

    private async Task PauseAsync(bool isDryRun, CancellationToken stop)
    {
        if (!isDryRun)
        {
            await Task.Delay(Pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>How far a pass is.</summary>
    private sealed class Walk
    {
        public long After { get; set; }

        public PruningCount Count { get; set; } = PruningCount.None;
    }
}
