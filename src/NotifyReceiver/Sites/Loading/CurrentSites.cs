using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Sites.Loading;

/// <summary>The stations in use: those that were last read without a mistake. Their file may change while the service runs.</summary>
internal sealed class CurrentSites(LoadedSites first, TimeProvider clock, ILogger<CurrentSites> log)
{
    private readonly TextWatch _watch = new(first.From, clock);
    private readonly Lock _gate = new();
    private volatile State _state = new(first, Refusal: null);

    public SiteDirectory Current => _state.Sites.Directory;

    /// <summary>Why what stands in the file now is not in use; null while it is.</summary>
    public string? Refusal => _state.Refusal;

    /// <summary>Looks at the file again; cheap when nothing changed.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            if (_watch.Changed() is not { } texts)
            {
                return;
            }
            var (sites, mistakes) = SitesLoading.Read(texts);
            _state = sites is null ? Refuse(mistakes) : Take(sites);
        }
    }

    private State Refuse(IReadOnlyList<string> mistakes)
    {
        var refusal = Settings.Reloading.Refusal.InWords(mistakes);
        log.Refused(refusal);
        return _state with { Refusal = refusal };
    }

    private State Take(LoadedSites sites)
    {
        if (_state.Sites.IsExample)
        {
            log.TakenForTheExample(sites.From.Place.Path, sites.Directory.Sites.Count);
        }
        else
        {
            var change = SitesChange.Between(_state.Sites.Json, sites.Json);
            log.Taken(sites.From.Place.Path, sites.Directory.Sites.Count, change.Added, change.Removed, change.Changed);
        }
        return new State(sites, Refusal: null);
    }

    private sealed record State(LoadedSites Sites, string? Refusal);
}
