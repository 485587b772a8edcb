namespace NotifyReceiver.Dispatching;

/// <summary>Spreads over time what failed together. A test gives it a seed.</summary>
internal sealed class Chance(Random random)
{
    private readonly Lock _gate = new();

    /// <summary>From 0 up to 1.</summary>
    public double Next()
    {
        lock (_gate)
        {
#pragma warning disable CA5394 // Nobody gains by guessing when something is tried again.
            return random.NextDouble();
#pragma warning restore CA5394
        }
    }
}
