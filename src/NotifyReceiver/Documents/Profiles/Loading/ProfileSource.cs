using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>The JSON of one profile, and what it says; where that is wrong, there are mistakes and no profile.</summary>
/// <param name="File">Null of one that is built in.</param>
internal sealed record ProfileSource(string? File, string Json, Profile? Profile, IReadOnlyList<string> Mistakes)
{
    public static ProfileSource Of(TextFile file) =>
        file.Problem is null
            ? Of(file.Path, file.Text)
            : new ProfileSource(file.Path, file.Text, Profile: null, [file.Problem]);

    public static ProfileSource Of(string? file, string json)
    {
        try
        {
            var (profile, mistakes) = ProfileReader.Read(json);
            return new ProfileSource(file, json, profile, mistakes);
        }
#pragma warning disable CA1031 // A text that its reader did not expect, such as \ud800, must not end a service that runs.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new ProfileSource(file, json, Profile: null, [$"cannot be read as a profile: {fault.Message}"]);
        }
    }
}
