namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>
/// Keeps from a host what it cannot take. Open when there is no connection to it, or when request after request of several terminals
/// stays without an answer; then one request at a time probes, at growing intervals, and the first answer closes it. A host that
/// has asked to be left alone is left alone.
/// </summary>
internal sealed class Circuit(TimeProvider clock, Chance chance)
{
    // One terminal that never gets an answer is its own trouble; several are the host's.
    private const int MostUnanswered = 4;
    private const int TerminalsUnanswered = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _silentTerminals = new(StringComparer.Ordinal);
    private int _silences;
    private int _failures;
    private bool _isProbing;
    private string? _trouble;
    private long _waitsFrom;
    private TimeSpan _wait;

    /// <summary>Why nothing goes there, or only one request at a time; null while all is well.</summary>
    public string? TroubleNow()
    {
        lock (_gate)
        {
            return _failures > 0 || IsWaiting ? _trouble : null;
        }
    }

    /// <summary>Whether only a probe may go there: better one that may be repeated without harm.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _failures > 0;
            }
        }
    }

    private bool IsWaiting => clock.GetElapsedTime(_waitsFrom) < _wait;

    /// <summary>Whether <see cref="Enter"/> would let a request through.</summary>
    public bool LetsThrough
    {
        get
        {
            lock (_gate)
            {
                return !IsWaiting && (_failures == 0 || !_isProbing);
            }
        }
    }

    /// <summary>Lets a request through; null when none may go. Dispose what it returns when it is over.</summary>
    public Passage? Enter()
    {
        lock (_gate)
        {
            if (IsWaiting || (_failures > 0 && _isProbing))
            {
                return null;
            }
            _isProbing = _failures > 0;
            return new Passage(this, _isProbing);
        }
    }

    /// <summary>The host has answered, whatever it said.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            _silentTerminals.Clear();
            _silences = 0;
            _failures = 0;
        }
    }

    /// <summary>The host can be reached; whether it answers to what it is sent is another matter.</summary>
    public void Connected()
    {
        lock (_gate)
        {
            _failures = _silences > 0 ? _failures : 0;
        }
    }

    /// <summary>There was no connection.</summary>
    /// <returns>How long nothing goes there.</returns>
    public TimeSpan Unreachable(string detail)
    {
        lock (_gate)
        {
            return Open(detail);
        }
    }

    /// <summary>A request has left, and no answer came.</summary>
    public void Unanswered(string terminalCode, string detail)
    {
        lock (_gate)
        {
            _silentTerminals.Add(terminalCode);
            _silences++;
            if (_failures > 0 || (_silences >= MostUnanswered && _silentTerminals.Count >= TerminalsUnanswered))
            {
                Open(detail);
            }
        }
    }

    /// <summary>The host has asked to be left alone.</summary>
    /// <returns>How long nothing goes there.</returns>
    public TimeSpan Throttled(string detail, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            return Wait(detail, RetrySchedule.DelayAfter(attempts: 2, chance.Next(), retryAfter));
        }
    }

    // Those that were under way together fail together, and count once.
    private TimeSpan Open(string detail)
    {
        if (IsWaiting)
        {
            return _wait;
        }
        _failures++;
        return Wait(detail, RetrySchedule.DelayAfter(_failures, chance.Next(), retryAfter: null, LongestWait));
    }

    private TimeSpan Wait(string detail, TimeSpan wait)
    {
        if (!IsWaiting || wait > _wait)
        {
            (_trouble, _waitsFrom, _wait) = (detail, clock.GetTimestamp(), wait);
        }
        return _wait;
    }

    private void Leave(bool wasProbe)
    {
        lock (_gate)
        {
            _isProbing &= !wasProbe;
        }
    }

    /// <summary>A request on its way.</summary>
    internal sealed class Passage(Circuit circuit, bool isProbe) : IDisposable
    {
        public void Dispose() => circuit.Leave(isProbe);
    }
}
