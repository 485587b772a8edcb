using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>The profiles in use: those that were last read without a mistake. Their files may change while the service runs.</summary>
internal sealed class CurrentProfiles(LoadedProfiles first, TimeProvider clock, ILogger<CurrentProfiles> log)
{
    private readonly TextWatch _watch = new(first.From, clock);
    private readonly Lock _gate = new();
    private volatile State _state = new(first, Refusal: null);

    public ProfileLibrary Current => _state.Profiles.Library;

    /// <summary>Why what stands in the directory now is not in use; null while it is.</summary>
    public string? Refusal => _state.Refusal;

    /// <summary>Looks at the directory again; cheap when nothing changed. One broken file refuses all of it.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            if (_watch.Changed() is not { } texts)
            {
                return;
            }
            var profiles = LoadedProfiles.Of(texts);
            _state = texts.IsThere && profiles.Mistakes.Count == 0 ? Take(profiles) : Refuse(texts, profiles.Mistakes);
        }
    }

    private State Refuse(Texts texts, IReadOnlyList<string> mistakes)
    {
        var refusal = texts.IsThere ? Settings.Reloading.Refusal.InWords(mistakes) : texts.Problem!;
        log.Refused(refusal);
        return _state with { Refusal = refusal };
    }

    private State Take(LoadedProfiles profiles)
    {
        log.Taken(profiles.From.Place.Path, profiles.InUse.Count, ProfilesChange.InWords(_state.Profiles, profiles));
        return new State(profiles, Refusal: null);
    }

    private sealed record State(LoadedProfiles Profiles, string? Refusal);
}
