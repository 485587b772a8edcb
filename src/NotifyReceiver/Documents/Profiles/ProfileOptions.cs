using NotifyReceiver.Settings;

namespace NotifyReceiver.Documents.Profiles;

/// <param name="Directory">Where the user's own profiles stand, one JSON file each; it need not exist.</param>
internal sealed record ProfileOptions(string Directory)
{
    public static ProfileOptions Read(SettingsReader settings) => new(settings.Text("Profiles:Directory", "profiles"));
}
