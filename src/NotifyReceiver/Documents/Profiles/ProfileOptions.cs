using NotifyReceiver.Settings;

namespace NotifyReceiver.Documents.Profiles;

/// <param name="Directory">Where the user's own profiles stand, one JSON file each; it need not exist unless it was named.</param>
internal sealed record ProfileOptions(string Directory)
{
    public static ProfileOptions Read(SettingsReader settings)
    {
        var directory = settings.Text("Profiles:Directory");
        if (directory is not null && !System.IO.Directory.Exists(directory))
        {
            settings.Mistake("Profiles:Directory", $"there is no directory '{directory}'");
        }
        return new ProfileOptions(directory ?? "profiles");
    }
}
