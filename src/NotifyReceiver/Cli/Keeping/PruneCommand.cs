using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Petrosoft.CatchingUp;
using NotifyReceiver.Retention;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Keeping;

/// <summary><c>prune</c>: a pass over finished history now, as the service makes one every hour.</summary>
internal static class PruneCommand
{
    private const int CountBetweenLines = 1000;

    public static Command Create(IReadOnlyList<string> settings)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "only count what is older than Retention:Days" };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "prune",
            "Prunes finished history that is older than Retention:Days, or more than Retention:MaxBytes, as the service does every hour."
        )
        {
            dryRun,
            json,
        };
        command.SetAction((parsed, stop) => RunAsync(settings, parsed.GetValue(dryRun), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        bool isDryRun,
        bool json,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, RetentionOptions.Read);
        var catchUp = Workspace.Read(settings, CatchUpOptions.Read);
        await using var database = Workspace.OpenDatabase(settings);
        var progress = new ProgressLine();
        var pruning = new Pruning(database, new CatchUpStore(database), catchUp, options, TimeProvider.System)
        {
            Report = count => progress.Show(InWords(count), count.All % CountBetweenLines == 0),
        };
        var done = await pruning.PassAsync(TimeSpan.Zero, isDryRun, stop);
        progress.Clear();
        if (json)
        {
            Output.WriteJson(
                new
                {
                    isDryRun,
                    done.Gone,
                    done.Emptied,
                    done.BodyBytes,
                }
            );
        }
        else
        {
            await Console.Out.WriteLineAsync($"{(isDryRun ? "would prune" : "pruned")} {InWords(done)}");
        }
        return stop.IsCancellationRequested
            ? await CommandLine.FailAsync("stopped; what was pruned is pruned, and the rest is as it was")
            : ExitCode.Done;
    }

    private static string InWords(PruningCount count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count.Gone} notifications with all that came of them, and the bodies of {count.Emptied} more: {ByteText.Of(count.BodyBytes)}"
        );
}
