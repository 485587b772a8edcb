using System.Reflection;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Sites;

/// <summary>
/// Finds the stations at start. Without a file, a dry run uses an example station, so that the main job can be seen on a
/// fresh machine; with an ATIONET host the file is required, because an example must never reach somebody's books.
/// </summary>
internal static class SitesLoading
{
    private const string Example = "NotifyReceiver.Sites.example-sites.json";

    public static (SiteDirectory Directory, bool IsExample) Load(
        SiteOptions options,
        bool dryRun,
        SettingsReader settings
    )
    {
        if (!File.Exists(options.File))
        {
            if (dryRun && !options.IsGiven)
            {
                return (SitesReader.Read(ExampleJson()).Directory!, true);
            }
            settings.Mistake(
                "Sites:File",
                $"there is no file '{options.File}'; write the stations there, as deploy/sites.json of the product shows"
            );
            return (new SiteDirectory([]), false);
        }
        try
        {
            var (directory, mistakes) = SitesReader.Read(File.ReadAllText(options.File));
            foreach (var mistake in mistakes)
            {
                settings.Mistake("Sites:File", $"{options.File}: {mistake}");
            }
            return (directory ?? new SiteDirectory([]), false);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            settings.Mistake("Sites:File", $"cannot read '{options.File}': {unreadable.Message}");
            return (new SiteDirectory([]), false);
        }
    }

    private static string ExampleJson()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Example)!);
        return reader.ReadToEnd();
    }
}
