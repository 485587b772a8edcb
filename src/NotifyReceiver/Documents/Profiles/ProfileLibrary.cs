using NotifyReceiver.Documents.Profiles.Loading;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>The profiles in use: the user's own, and those of the program that none of them replaces.</summary>
internal sealed record ProfileLibrary(IReadOnlyList<Profile> Profiles)
{
    public static IReadOnlyList<Profile> BuiltIn() => [.. BuiltInProfiles.All.Select(source => source.Profile!)];
}
