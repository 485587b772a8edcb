using System.CommandLine;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;

namespace NotifyReceiver.Cli.Profiles;

/// <summary><c>profiles list</c>: every profile in use, and what is wrong with the files that are not.</summary>
internal static class ProfileListCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command("list", "Lists the profiles in use, and the files of your own that are broken.")
        {
            json,
        };
        command.SetAction(parsed => Run(settings, parsed.GetValue(json)));
        return command;
    }

    public static int Run(IReadOnlyList<string> settings, bool json)
    {
        var profiles = ProfileLoading.Find(Workspace.Read(settings, ProfileOptions.Read));
        if (json)
        {
            Output.WriteJson(new { profiles = profiles.InUse.Select(ProfileView.Of), problems = profiles.Mistakes });
        }
        else
        {
            Write(profiles);
        }
        return profiles.Mistakes.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Write(LoadedProfiles profiles)
    {
        Output.WriteTable(
            ["NAME", "ORIGIN", "YIELDS", "RECOGNISES"],
            [
                .. profiles
                    .InUse.Select(ProfileView.Of)
                    .Select(view =>
                        (IReadOnlyList<string>)[view.Name, view.Origin, string.Join(", ", view.Yields), view.Recognises]
                    ),
            ]
        );
        foreach (var mistake in profiles.Mistakes)
        {
            Console.Out.WriteLine(mistake);
        }
        if (profiles.Mistakes.Count > 0)
        {
            Console.Out.WriteLine(
                "A service that runs keeps the profiles that it read last until this is mended; a new one does not start."
            );
        }
    }
}
