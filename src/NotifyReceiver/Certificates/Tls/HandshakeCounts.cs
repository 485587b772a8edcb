using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>Counts the handshakes that fail, by listening to what Kestrel measures of each.</summary>
internal sealed class HandshakeCounts : IDisposable
{
    private const string Instrument = "kestrel.tls_handshake.duration";
    private const string ErrorTag = "error.type";

    private readonly ConcurrentDictionary<string, long> _failures = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public HandshakeCounts(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Other servers may run in the same process.
            if (instrument.Name == Instrument && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Count(tags));
        _listener.Start();
    }

    public IReadOnlyDictionary<string, long> Failures => _failures;

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == ErrorTag && value is string error)
            {
                _failures.AddOrUpdate(error, 1, (_, before) => before + 1);
            }
        }
    }

    public void Dispose() => _listener.Dispose();
}
