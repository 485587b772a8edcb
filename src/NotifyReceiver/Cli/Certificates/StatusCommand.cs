using System.CommandLine;

namespace NotifyReceiver.Cli.Certificates;

/// <summary><c>cert status</c>: which certificates are served, until when, and what comes next.</summary>
internal static class StatusCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "status",
            "Tells what is served, until when and what comes next. Exit code 1 when somebody must look after it."
        )
        {
            json,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(json), stop));
        return command;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> settings, bool json, CancellationToken stop)
    {
        var running = await RunningService.StatusAsync(settings, stop);
        var status = running ?? await StoppedService.StatusAsync(settings, stop);
        return StatusText.Tell(status, isRunning: running is not null, json);
    }
}
