using System.CommandLine;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;
using NotifyReceiver.Settings.Reloading;

namespace NotifyReceiver.Cli.Profiles;

/// <summary><c>profiles check</c>: whether files are profiles, and every mistake in those that are not.</summary>
internal static class ProfileCheckCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "the files; left out, all of Profiles:Directory",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = JsonOption.Create("one JSON array");
        var command = new Command("check", "Checks profiles and tells every mistake in them.") { files, json };
        command.SetAction(
            async (parsed, _) =>
            {
                var given = parsed.GetValue(files) ?? [];
                if (given.Where(file => !File.Exists(file)).ToList() is { Count: > 0 } missing)
                {
                    return await CommandLine.FailAsync(
                        $"there is no file {string.Join(", ", missing.Select(file => $"'{file}'"))}",
                        ExitCode.NotFound
                    );
                }
                var options = Workspace.Read(settings, ProfileOptions.Read);
                return Run(given.Length > 0 ? Given(given) : ProfileLoading.Find(options), parsed.GetValue(json));
            }
        );
        return command;
    }

    private static LoadedProfiles Given(IReadOnlyList<string> files) =>
        LoadedProfiles.Of(
            new Texts(
                new TextPlace.JsonFilesIn("."),
                [.. files.Distinct(StringComparer.Ordinal).Select(TextFile.Read).OfType<TextFile>()]
            )
        );

    private static int Run(LoadedProfiles profiles, bool json)
    {
        if (json)
        {
            Output.WriteJson(
                profiles.Own.Select(source => new
                {
                    file = source.File,
                    name = source.Profile?.Name,
                    mistakes = source.Mistakes,
                })
            );
        }
        else
        {
            Write(profiles);
        }
        return profiles.Mistakes.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(LoadedProfiles profiles)
    {
        foreach (var source in profiles.Own.Where(source => source.Profile is not null))
        {
            Console.Out.WriteLine($"{source.File}: is in order, profile {source.Profile!.Name}");
        }
        foreach (var mistake in profiles.Mistakes)
        {
            Console.Out.WriteLine(mistake);
        }
        if (profiles.Own.Count == 0 && profiles.Mistakes.Count == 0)
        {
            Console.Out.WriteLine($"there are no profiles of your own in '{profiles.From.Place.Path}'");
        }
    }
}
