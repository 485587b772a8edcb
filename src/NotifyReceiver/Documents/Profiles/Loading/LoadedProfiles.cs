using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>The user's own profiles as they were found, and with them those that are built in.</summary>
internal sealed record LoadedProfiles
{
    private LoadedProfiles(Texts from, IReadOnlyList<ProfileSource> own)
    {
        From = from;
        Own = own;
        var names = own.Select(source => source.Profile?.Name).ToHashSet(StringComparer.Ordinal);
        InUse =
        [
            .. own.Where(source => source.Profile is not null),
            .. BuiltInProfiles.All.Where(source => !names.Contains(source.Profile!.Name)),
        ];
        Library = new ProfileLibrary([.. InUse.Select(source => source.Profile!)]);
    }

    public Texts From { get; }

    /// <summary>One a file; those with mistakes too.</summary>
    public IReadOnlyList<ProfileSource> Own { get; }

    /// <summary>Those without mistakes, in the order in which they are asked whether they recognise a document.</summary>
    public IReadOnlyList<ProfileSource> InUse { get; }

    public ProfileLibrary Library { get; }

    /// <summary>Each with the file and the place in it.</summary>
    public IReadOnlyList<string> Mistakes =>
        [
            .. From.IsThere && From.Problem is { } problem ? [problem] : Array.Empty<string>(),
            .. Own.SelectMany(source => source.Mistakes.Select(mistake => $"{source.File}: {mistake}")),
        ];

    public static LoadedProfiles Of(Texts texts)
    {
        var own = new List<ProfileSource>();
        foreach (var source in texts.Files.Select(ProfileSource.Of))
        {
            var isTaken = source.Profile is { } profile && own.Exists(other => other.Profile?.Name == profile.Name);
            own.Add(isTaken ? Second(source) : source);
        }
        return new LoadedProfiles(texts, own);
    }

    private static ProfileSource Second(ProfileSource source) =>
        source with
        {
            Profile = null,
            Mistakes = [$"another file there has the name '{source.Profile!.Name}' too"],
        };
}
