using System.CommandLine;

namespace NotifyReceiver.Cli.Certificates;

/// <summary><c>cert reload</c>: the service looks at its certificates at once, as it does upon SIGHUP.</summary>
internal static class ReloadCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "reload",
            "Has the service look at the certificates at once; it does each second, so this only tells what came of it."
        )
        {
            json,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, bool json, CancellationToken stop)
    {
        var running = await RunningService.ReloadAsync(settings, stop);
        var status = running ?? await StoppedService.ReloadAsync(settings, stop);
        return StatusText.Tell(status, isRunning: running is not null, json);
    }
}
