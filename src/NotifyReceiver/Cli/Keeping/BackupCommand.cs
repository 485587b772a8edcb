using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Copying;

namespace NotifyReceiver.Cli.Keeping;

/// <summary><c>backup</c>: a checked copy of the database, beside the service or without it.</summary>
internal static class BackupCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var target = new Argument<string>("file") { Description = "where the copy is to be; nothing may be there" };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "backup",
            "Copies the database into one file, as it is at one moment, while the service goes on; and checks the copy."
        )
        {
            target,
            json,
        };
        command.SetAction(
            (parsed, stop) => RunAsync(settings, parsed.GetRequiredValue(target), parsed.GetValue(json), stop)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string target,
        bool json,
        CancellationToken stop
    )
    {
        var file = Workspace.Read(settings, StorageOptions.Read).DatabaseFile;
        var progress = new CopyLine();
        Backup made;
        try
        {
            made = Backup.Make(file, target, progress.Show, stop);
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            return await CommandLine.FailAsync("stopped; there is no copy");
        }
        progress.Clear();
        switch (made)
        {
            case Backup.NotMade not:
                return await CommandLine.FailAsync(not.Reason);
            case Backup.Made done when json:
                Output.WriteJson(
                    new
                    {
                        file = target,
                        done.Bytes,
                        done.Counts,
                    }
                );
                return ExitCode.Done;
            case Backup.Made done:
                await Console.Out.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{target}: {done.Bytes} bytes, whole and checked; {done.Counts["notifications"]} notifications, {done.Counts["inserts"]} inserts"
                    )
                );
                return ExitCode.Done;
            default:
                throw new InvalidOperationException($"{made.GetType().Name} is not handled");
        }
    }
}
