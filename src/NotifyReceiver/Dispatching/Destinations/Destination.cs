using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>One of ATIONET's networks, as this service may call it now: where, as whom, and whether at all.</summary>
/// <param name="options">Null in a dry run.</param>
internal sealed class Destination(DestinationOptions? options, AtionetConnection connection, Circuit circuit)
{
    private volatile AtionetConnection _connection = connection;
    private volatile Stop? _sendingStop;
    private volatile Stop? _lookingStop;

    public string Name => Options?.Name ?? "";

    public DestinationOptions? Options { get; private set; } = options;

    public Circuit Circuit => circuit;

    public IAtionet Host => _connection.Host;

    public DownloadClient? Downloads => _connection.Downloads;

    public IEnumerable<Stop> Stops => new[] { _sendingStop, _lookingStop }.OfType<Stop>();

    public bool MaySend => _sendingStop is null;

    /// <summary>Why what ATIONET has cannot be looked up at all; null when it can.</summary>
    public string? WhyNoLooks
    {
        get
        {
            if (Downloads is null)
            {
                return "it cannot be looked up there, because Ationet:Download:UserName is not set";
            }
            return _lookingStop is { } stop
                ? $"it cannot be looked up there, because ATIONET refused the user of Ationet:Download ({stop.Reason})"
                : null;
        }
    }

    public void Set(Stop stop)
    {
        if (stop.Purpose == Stop.Insert)
        {
            _sendingStop = stop;
        }
        else
        {
            _lookingStop = stop;
        }
    }

    public void Resume(Stop stop)
    {
        if (stop.Purpose == Stop.Insert)
        {
            _sendingStop = null;
        }
        else
        {
            _lookingStop = null;
        }
    }

    /// <summary>From now on it is called so.</summary>
    public void Change(DestinationOptions options, AtionetConnection connection)
    {
        Options = options;
        _connection = connection;
    }

    /// <summary>Draws from an attempt what it tells of the host.</summary>
    /// <returns>How long nothing goes there now.</returns>
    public TimeSpan Hear(Attempt attempt, string terminalCode)
    {
        switch (attempt.Outcome)
        {
            case Outcome.Unreachable unreachable:
                return circuit.Unreachable(unreachable.Detail);
            case Outcome.Throttled throttled:
                circuit.Answered();
                return circuit.Throttled(throttled.Detail, throttled.RetryAfter);
            case Outcome.Unknown unknown when attempt.Status is null:
                circuit.Unanswered(terminalCode, unknown.Detail);
                return TimeSpan.Zero;
            default:
                circuit.Answered();
                return TimeSpan.Zero;
        }
    }
}
