namespace NotifyReceiver.Certificates.Renewing;

/// <summary>Spreads over time what many programs would do at once. A test gives it a seed.</summary>
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
