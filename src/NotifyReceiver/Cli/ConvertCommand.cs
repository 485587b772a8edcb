using System.CommandLine;
using NotifyReceiver.Ationet;
using NotifyReceiver.Cli.Converting;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Settings;
using NotifyReceiver.Sites;
using NotifyReceiver.Sites.Loading;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli;

/// <summary><c>convert</c>: what a document becomes and why, without the service and without keeping anything.</summary>
internal static class ConvertCommand
{
    private static readonly Argument<string> Document = new("document")
    {
        Description = "a file, or n17 (the document of a notification that was received or fetched)",
    };

    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "the profile to take; by default the one that recognises the document",
    };

    private static readonly Option<string?> SiteOption = new("--site")
    {
        Description = "the location of the site to take; by default the one that the document names",
    };

    private static readonly Option<string?> PathOption = new("--path")
    {
        Description = "the path that the document is taken to have been obtained under",
    };

    private static readonly Option<string?> TypeOption = new("--document-type")
    {
        Description = "the document type that it is taken to have been obtained under",
    };

    private static readonly Option<bool> ExplainOption = new("--explain")
    {
        Description = "tells for every field where it was looked for, what was found, and what was made of it",
    };

    private static readonly Option<bool> Json = JsonOption.Create("one JSON object");

    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("convert", "Shows what a document becomes, and why; nothing is kept or sent.")
        {
            Document,
            Profile,
            SiteOption,
            PathOption,
            TypeOption,
            ExplainOption,
            Json,
        };
        command.SetAction((parsed, stop) => ConvertAsync(parsed, settings, stop));
        return command;
    }

    private static async Task<int> ConvertAsync(
        ParseResult parsed,
        IReadOnlyList<string> settings,
        CancellationToken stop
    )
    {
        var name = parsed.GetRequiredValue(Document);
        if (await IsPrunedAsync(name, settings))
        {
            return await CommandLine.FailAsync($"the body of {name} was pruned (Retention:Days, Retention:MaxBytes)");
        }
        if (await FindAsync(name, settings, stop) is not var (body, stored))
        {
            return await CommandLine.FailAsync(
                $"there is neither a file nor a notification '{name}'",
                ExitCode.NotFound
            );
        }
        var known = Workspace.Read(settings, Known.Read);
        var (profile, site) = (parsed.GetValue(Profile), parsed.GetValue(SiteOption));
        if (known.Missing(profile, site) is { } missing)
        {
            return await CommandLine.FailAsync(missing, ExitCode.NotFound);
        }
        var source = stored with
        {
            Path = parsed.GetValue(PathOption) ?? stored.Path,
            DocumentType = parsed.GetValue(TypeOption) ?? stored.DocumentType,
        };
        var explanation = new DocumentMapper(known.Profiles, known.Sites).Explain(body, source, profile, site);
        var view = new ConversionView(explanation, known.Ationet);
        view.Write(parsed.GetValue(ExplainOption), parsed.GetValue(Json));
        foreach (var problem in explanation.Problems)
        {
            await CommandLine.FailAsync(PlainLine.Of(problem));
        }
        return explanation.Problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<bool> IsPrunedAsync(string name, IReadOnlyList<string> settings)
    {
        if (File.Exists(name) || NotificationId.Parse(name) is not { } id)
        {
            return false;
        }
        await using var database = Workspace.OpenDatabase(settings);
        return new NotificationQueries(database).Find(id)?.PrunedAt is not null;
    }

    private static async Task<(byte[] Document, DocumentSource Source)?> FindAsync(
        string name,
        IReadOnlyList<string> settings,
        CancellationToken stop
    )
    {
        if (File.Exists(name))
        {
            return (await File.ReadAllBytesAsync(name, stop), new DocumentSource());
        }
        if (NotificationId.Parse(name) is not { } id)
        {
            return null;
        }
        await using var database = Workspace.OpenDatabase(settings);
        var notifications = new NotificationQueries(database);
        if (notifications.Find(id) is not { } found || notifications.Raw(id) is not { } raw)
        {
            return null;
        }
        // As the service reads it: what an envelope carries is the document.
        var shapes = new ShapeReader(Workspace.Read(settings, NotificationOptions.Read));
        var carried = found.Path is null && shapes.Read(raw.Body) is Shape.Document document ? document.Body : raw.Body;
        return (carried, new DocumentSource(found.Path, found.DocumentType, found.BusinessUnit));
    }

    /// <summary>What a conversion depends on.</summary>
    private sealed record Known(ProfileLibrary Profiles, SiteDirectory Sites, AtionetOptions Ationet)
    {
        public static Known Read(SettingsReader settings)
        {
            var ationet = AtionetOptions.Read(settings);
            return new Known(
                ProfileLoading.Load(ProfileOptions.Read(settings), settings).Library,
                SitesLoading.Load(SiteOptions.Read(settings), ationet.IsDryRun, settings).Directory,
                ationet
            );
        }

        public string? Missing(string? profile, string? site)
        {
            if (profile is not null && Profiles.Profiles.All(known => known.Name != profile))
            {
                var names = Profiles.Profiles.Select(known => known.Name).ToList();
                var suggestion = NearestName.Suggest(profile, names);
                return $"there is no profile '{profile}'{suggestion} (profiles: {string.Join(", ", names)})";
            }
            return site is null || Sites.ByLocation(site) is not null
                ? null
                : $"there is no site of location '{site}' (Sites:File)";
        }
    }
}
