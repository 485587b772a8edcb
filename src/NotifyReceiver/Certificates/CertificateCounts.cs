using System.Collections.Concurrent;

namespace NotifyReceiver.Certificates;

/// <summary>What has happened to certificates since the start, for whoever draws curves of it.</summary>
internal sealed class CertificateCounts
{
    private readonly ConcurrentDictionary<(string Source, bool WasTaken), long> _judged = new();

    /// <summary>How often certificates of each source were taken, and refused.</summary>
    public IReadOnlyDictionary<(string Source, bool WasTaken), long> Judged => _judged;

    public void Taken(string source) => Count(source, wasTaken: true);

    public void Refused(string source) => Count(source, wasTaken: false);

    private void Count(string source, bool wasTaken) =>
        _judged.AddOrUpdate((source, wasTaken), 1, (_, before) => before + 1);
}
