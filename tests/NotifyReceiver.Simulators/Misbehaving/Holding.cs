using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Misbehaving;

/// <summary>Keeps requests waiting, and tells how many wait.</summary>
internal sealed class Holding(TimeProvider clock, Changes changes)
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public async Task HoldAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        // The timer stands before the count says so: who sees the count may move the clock.
        var delayed = Task.Delay(delay, clock, cancellationToken);
        Interlocked.Increment(ref _count);
        changes.Raise();
        try
        {
            await delayed;
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            changes.Raise();
        }
    }
}
