namespace NotifyReceiver.Receiving;

/// <summary>Counts the calls that are turned away, so that the log tells of them now and then and not of each.</summary>
internal sealed class Turnstile(TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private long? _toldAt;
    private long _untold;

    /// <summary>One more.</summary>
    /// <returns>How many there were since it was last told, when it is to be told again; otherwise null.</returns>
    public long? TurnedAway()
    {
        lock (_gate)
        {
            _untold++;
            if (_toldAt is { } told && clock.GetElapsedTime(told) < Interval)
            {
                return null;
            }
            _toldAt = clock.GetTimestamp();
            (var count, _untold) = (_untold, 0);
            return count;
        }
    }
}
