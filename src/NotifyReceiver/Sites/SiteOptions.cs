using NotifyReceiver.Settings;

namespace NotifyReceiver.Sites;

/// <param name="File">The stations, as JSON.</param>
/// <param name="IsGiven">Whether it was named, so that it must be there.</param>
internal sealed record SiteOptions(string File, bool IsGiven)
{
    public static SiteOptions Read(SettingsReader settings) =>
        settings.Text("Sites:File") is { } file ? new(file, IsGiven: true) : new("sites.json", IsGiven: false);
}
