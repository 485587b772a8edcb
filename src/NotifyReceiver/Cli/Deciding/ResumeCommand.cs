using System.CommandLine;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Operations;

namespace NotifyReceiver.Cli.Deciding;

/// <summary><c>resume</c>: a destination that was stopped, because ATIONET refused the credentials, is tried again.</summary>
internal static class ResumeCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var destination = new Argument<string?>("destination")
        {
            Description = "default, or the network's code; without one, all that are stopped",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "resume",
            "Goes on with a destination whose credentials ATIONET refused: the account was mended or unlocked there."
        )
        {
            destination,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var name = parsed.GetValue(destination);
                await using var database = Workspace.OpenDatabase(settings);
                var now = TimeProvider.System.GetUtcNow();
                var resumed = await database.WriteAsync(connection =>
                {
                    var all = StopStore.Resume(connection, name);
                    foreach (var stop in all)
                    {
                        Acts.Record(connection, now, "resume", $"{stop.Destination} ({stop.Purpose})");
                    }
                    return all;
                });
                if (parsed.GetValue(json))
                {
                    Output.WriteJson(new { resumed = resumed.Select(stop => new { stop.Destination, stop.Purpose }) });
                    return ExitCode.Done;
                }
                await Console.Out.WriteLineAsync(InWords(resumed, name));
                return ExitCode.Done;
            }
        );
        return command;
    }

    private static string InWords(IReadOnlyList<(string Destination, string Purpose)> resumed, string? name)
    {
        var where = name is null ? "" : $" at '{name}'";
        return resumed.Count == 0
            ? $"nothing is stopped{where}"
            : $"tried again: {string.Join(", ", resumed.Select(stop => $"{stop.Destination} ({stop.Purpose})"))}";
    }
}
