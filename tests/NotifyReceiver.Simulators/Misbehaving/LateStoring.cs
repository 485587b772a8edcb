using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Misbehaving;

/// <summary>
/// Does what a request asked for long after its caller has gone, and tells how many are still to be done. Whoever moves a
/// clock of his own finds it done when the move has ended.
/// </summary>
internal sealed class LateStoring(TimeProvider clock, Changes changes) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ITimer> _timers = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    public void StoreAfter(TimeSpan delay, Action store)
    {
        lock (_gate)
        {
            ITimer timer = null!;
            timer = clock.CreateTimer(
                _ => Store(timer, store),
                state: null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
            _timers.Add(timer);
            timer.Change(delay, Timeout.InfiniteTimeSpan);
        }

        changes.Raise();
    }

    /// <summary>What was still to be stored never is.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _timers.ForEach(timer => timer.Dispose());
            _timers.Clear();
        }

        changes.Raise();
    }

    public void Dispose() => Forget();

    private void Store(ITimer timer, Action store)
    {
        // Counted until it is stored: who sees the count at zero finds the rows.
        lock (_gate)
        {
            if (!_timers.Contains(timer))
            {
                return;
            }

            store();
            _timers.Remove(timer);
            timer.Dispose();
        }

        changes.Raise();
    }
}
