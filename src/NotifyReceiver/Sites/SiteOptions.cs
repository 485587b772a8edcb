using NotifyReceiver.Settings;

namespace NotifyReceiver.Sites;

/// <param name="File">The stations, as JSON.</param>
internal sealed record SiteOptions(string File)
{
    public static SiteOptions Read(SettingsReader settings) => new(settings.Text("Sites:File", "sites.json"));
}
