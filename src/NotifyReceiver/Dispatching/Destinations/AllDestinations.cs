using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Dispatching.Destinations;

/// <summary>The networks that inserts go to, and the stops that credentials of theirs have brought about.</summary>
internal sealed class AllDestinations
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Destination> _byName;
    private readonly AtionetOptions _options;
    private readonly HttpClient _client;
    private readonly StopStore _stops;
    private readonly RereadSettings _reread;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly HashSet<Stop> _kept = [];
    private long _readAt;

    public AllDestinations(
        AtionetOptions options,
        HttpClient client,
        StopStore stops,
        RereadSettings reread,
        Chance chance,
        TimeProvider clock,
        ILogger<AllDestinations> log
    )
    {
        (_options, _client, _stops, _reread, _clock, _log) = (options, client, stops, reread, clock, log);
        _byName = new(StringComparer.Ordinal);
        if (options.IsDryRun)
        {
            _byName[""] = new Destination(null, new AtionetConnection(new DryRun(), null), new Circuit(clock, chance));
        }
        foreach (var destination in options.Destinations)
        {
            _byName[destination.Name] = new Destination(
                destination,
                ConnectionTo(destination),
                new Circuit(clock, chance)
            );
        }
        _readAt = clock.GetTimestamp();
    }

    public IEnumerable<Destination> All => _byName.Values;

    public Destination Of(string terminalCode) => _byName[_options.DestinationOf(terminalCode)?.Name ?? ""];

    /// <summary>Takes up the stops of earlier runs, unless the credentials are others by now.</summary>
    public async Task StartAsync()
    {
        foreach (var stop in _stops.All())
        {
            if (!_byName.TryGetValue(stop.Destination, out var destination) || destination.Options is not { } options)
            {
                continue;
            }
            if (CredentialPrint.IsOf(stop.Credentials, options, CredentialsFor(stop.Purpose, options)))
            {
                destination.Set(stop);
                _kept.Add(stop);
                _log.StillStopped(destination.Name, stop.Purpose, stop.Reason);
                continue;
            }
            await _stops.EndAsync(stop);
            _log.CredentialsChanged(destination.Name, stop.Purpose);
        }
    }

    /// <summary>
    /// ATIONET will have nothing to do with these credentials: from now on they are not tried, because accounts may lock. Written
    /// down at the next <see cref="RefreshAsync"/>.
    /// </summary>
    public void Halt(Destination destination, string purpose, string reason)
    {
        var options = destination.Options!;
        var print = CredentialPrint.Of(options, CredentialsFor(purpose, options));
        destination.Set(new Stop(destination.Name, purpose, _clock.GetUtcNow(), reason, print));
        _log.Stopped(destination.Name, purpose, reason);
    }

    /// <summary>
    /// Writes new stops down, and goes on where an operator has said so or where the credentials are others now. Costs nothing while
    /// nothing is stopped.
    /// </summary>
    public async Task RefreshAsync()
    {
        var stops = All.SelectMany(destination => destination.Stops).ToList();
        if (stops.Count == 0)
        {
            return;
        }
        var known = stops.FindAll(_kept.Contains);
        foreach (var stop in stops.Except(known))
        {
            await _stops.AddAsync(stop);
            _kept.Add(stop);
        }
        var standing = _stops.All().Select(stop => (stop.Destination, stop.Purpose)).ToHashSet();
        foreach (var stop in known.Where(it => !standing.Contains((it.Destination, it.Purpose))))
        {
            _byName[stop.Destination].Resume(stop);
            _kept.Remove(stop);
            _log.Resumed(stop.Destination, stop.Purpose);
        }
        if (_clock.GetElapsedTime(_readAt) >= BetweenReadings)
        {
            _readAt = _clock.GetTimestamp();
            await TakeChangesAsync();
        }
    }

    private async Task TakeChangesAsync()
    {
        if (_reread() is not { } now)
        {
            return;
        }
        foreach (var changed in now.Destinations)
        {
            if (!_byName.TryGetValue(changed.Name, out var destination) || destination.Options == changed)
            {
                continue;
            }
            var stops = destination.Stops.ToList();
            var mended = stops.Where(stop => HasOtherCredentials(stop.Purpose, destination.Options!, changed)).ToList();
            if (mended.Count == 0)
            {
                continue;
            }
            destination.Change(changed, ConnectionTo(changed));
            foreach (var stop in mended)
            {
                await _stops.EndAsync(stop);
                destination.Resume(stop);
                _kept.Remove(stop);
                _log.CredentialsChanged(destination.Name, stop.Purpose);
            }
        }
    }

    private static bool HasOtherCredentials(string purpose, DestinationOptions before, DestinationOptions after) =>
        before.BaseUrl != after.BaseUrl
        || before.Authorization != after.Authorization
        || CredentialsFor(purpose, before) != CredentialsFor(purpose, after);

    private static Credentials? CredentialsFor(string purpose, DestinationOptions options) =>
        purpose == Stop.Insert ? options.Credentials : options.Download;

    private AtionetConnection ConnectionTo(DestinationOptions destination) =>
        new(
            new AtionetHost(_client, destination, _options.Timeout, _clock),
            destination.Download is null ? null : new DownloadClient(_client, destination, _options.Timeout, _clock)
        );
}
