using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Misbehaving;

/// <summary>
/// Keeps requests waiting, and tells how many wait. Whoever moves a clock of his own finds those counted that still wait when the
/// move has ended, and no others.
/// </summary>
internal sealed class Holding(TimeProvider clock, Changes changes)
{
    private readonly Lock _gate = new();
    private int _count;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    public async Task HoldAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(
            _ => Release(release.TrySetResult),
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        lock (_gate)
        {
            // The timer stands before the count says so: who sees the count may move the clock.
            timer.Change(delay, Timeout.InfiniteTimeSpan);
            _count++;
        }

        changes.Raise();
        await using var leaving = cancellationToken.Register(() =>
            Release(() => release.TrySetCanceled(cancellationToken))
        );
        await release.Task;
    }

    // Only what is first, the clock or the leaving of the caller, counts it down; before the request goes on.
    private void Release(Func<bool> isFirst)
    {
        lock (_gate)
        {
            _count -= isFirst() ? 1 : 0;
        }

        changes.Raise();
    }
}
