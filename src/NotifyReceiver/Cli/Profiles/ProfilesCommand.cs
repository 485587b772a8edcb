using System.CommandLine;

namespace NotifyReceiver.Cli.Profiles;

/// <summary><c>profiles</c>: what kinds of documents the service knows, and how to teach it another.</summary>
internal static class ProfilesCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "profiles",
            "Shows the kinds of documents that are known, and helps to teach another."
        )
        {
            json,
            ProfileListCommand.Create(settings),
            ProfileCheckCommand.Create(settings),
            ProfileShowCommand.Create(settings),
            ProfileDraftCommand.Create(),
        };
        command.SetAction(parsed => ProfileListCommand.Run(settings, parsed.GetValue(json)));
        return command;
    }
}
