using NotifyReceiver.Settings;
using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>Finds the profiles.</summary>
internal static class ProfileLoading
{
    /// <summary>What is there at start; what is wrong with a user's file is a mistake of the settings.</summary>
    public static LoadedProfiles Load(ProfileOptions options, SettingsReader settings)
    {
        var profiles = Find(options);
        foreach (var mistake in profiles.Mistakes)
        {
            settings.Mistake("Profiles:Directory", mistake);
        }
        return profiles;
    }

    /// <summary>What is there, its mistakes with it.</summary>
    public static LoadedProfiles Find(ProfileOptions options) =>
        LoadedProfiles.Of(new TextPlace.JsonFilesIn(options.Directory).Read());
}
