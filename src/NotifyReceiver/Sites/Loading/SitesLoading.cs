using System.Reflection;
using NotifyReceiver.Settings;
using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Sites.Loading;

/// <summary>
/// Finds the stations. Without a file, a dry run uses an example station, so that the main job can be seen on a fresh machine;
/// with an ATIONET host the file is required, because an example must never reach somebody's books.
/// </summary>
internal static class SitesLoading
{
    private const string Example = "NotifyReceiver.Sites.example-sites.json";

    /// <summary>What is there at start; what is wrong with it is a mistake of the settings.</summary>
    public static LoadedSites Load(SiteOptions options, bool dryRun, SettingsReader settings)
    {
        var texts = new TextPlace.OneFile(options.File).Read();
        if (!texts.IsThere && dryRun && !options.IsGiven)
        {
            var example = ExampleJson();
            return new LoadedSites(SitesReader.Read(example).Directory!, example, IsExample: true, texts);
        }
        var (sites, mistakes) = Read(texts);
        foreach (var mistake in mistakes)
        {
            settings.Mistake(
                "Sites:File",
                texts.IsThere
                    ? mistake
                    : $"{mistake}; write the stations there, as deploy/sites.json of the product shows"
            );
        }
        return sites ?? new LoadedSites(new SiteDirectory([]), "", IsExample: false, texts);
    }

    /// <summary>The stations, or every mistake, each with the file and the place in it.</summary>
    public static (LoadedSites? Sites, IReadOnlyList<string> Mistakes) Read(Texts texts)
    {
        if (texts.Files.Count == 0)
        {
            return (null, [texts.Problem ?? $"there is no file '{texts.Place.Path}'"]);
        }
        var file = texts.Files[0];
        if (file.Problem is not null)
        {
            return (null, [$"{file.Path}: {file.Problem}"]);
        }
        try
        {
            var (directory, mistakes) = SitesReader.Read(file.Text);
            return directory is null
                ? (null, [.. mistakes.Select(mistake => $"{file.Path}: {mistake}")])
                : (new LoadedSites(directory, file.Text, IsExample: false, texts), []);
        }
#pragma warning disable CA1031 // A text that its reader did not expect must not end a service that runs.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, [$"{file.Path}: cannot be read as sites: {fault.Message}"]);
        }
    }

    private static string ExampleJson()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Example)!);
        return reader.ReadToEnd();
    }
}
