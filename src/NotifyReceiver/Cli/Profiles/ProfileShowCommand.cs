using System.CommandLine;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Loading;

namespace NotifyReceiver.Cli.Profiles;

/// <summary><c>profiles show</c>: the JSON of one profile, to be copied and changed.</summary>
internal static class ProfileShowCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var name = new Argument<string>("name") { Description = "the profile's name, as 'profiles list' shows it" };
        var command = new Command("show", "Writes a profile's JSON as it stands, to be copied and changed.") { name };
        command.SetAction(
            async (parsed, _) =>
            {
                var wanted = parsed.GetRequiredValue(name);
                var profiles = ProfileLoading.Find(Workspace.Read(settings, ProfileOptions.Read)).InUse;
                if (profiles.FirstOrDefault(source => source.Profile!.Name == wanted) is not { } found)
                {
                    var names = string.Join(", ", profiles.Select(source => source.Profile!.Name));
                    return await CommandLine.FailAsync(
                        $"there is no profile '{wanted}'; there are {names}",
                        ExitCode.NotFound
                    );
                }
                await Console.Out.WriteAsync(found.Json.EndsWith('\n') ? found.Json : $"{found.Json}\n");
                return ExitCode.Done;
            }
        );
        return command;
    }
}
