using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Inserts.Restoring;
using NotifyReceiver.Operations;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Copying;

namespace NotifyReceiver.Cli.Keeping;

/// <summary><c>restore</c>: puts a copy in the database's place while no service runs, and tells what that means.</summary>
internal static class RestoreCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var copy = new Argument<string>("file") { Description = "a copy that 'backup' made" };
        var json = JsonOption.Create("one JSON object");
        var command = new Command(
            "restore",
            "Puts a copy in the database's place, which is kept beside. Only while no service runs."
        )
        {
            copy,
            json,
        };
        command.SetAction(
            (parsed, stop) => RunAsync(settings, parsed.GetRequiredValue(copy), parsed.GetValue(json), stop)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string copy,
        bool json,
        CancellationToken stop
    )
    {
        var options = Workspace.Read(settings, StorageOptions.Read);
        if (!File.Exists(copy))
        {
            return await CommandLine.FailAsync($"there is no file '{copy}'", ExitCode.NotFound);
        }
        var now = TimeProvider.System.GetUtcNow();
        var progress = new CopyLine();
        RestoredOutbox? outbox = null;
        Replacement made;
        try
        {
            made = Replacement.Make(
                options,
                copy,
                connection =>
                {
                    outbox = RestoredOutbox.Doubt(connection, now);
                    Acts.Record(connection, now, "restore", Path.GetFileName(copy));
                },
                now,
                progress.Show,
                stop
            );
        }
        catch (OperationCanceledException)
        {
            progress.Clear();
            return await CommandLine.FailAsync("stopped; the database is as it was");
        }
        progress.Clear();
        return made switch
        {
            Replacement.Refused refused => await CommandLine.FailAsync(refused.Reason),
            Replacement.Done done => await TellAsync(options, done.KeptAs, outbox!, json),
            _ => throw new InvalidOperationException($"{made.GetType().Name} is not handled"),
        };
    }

    private static async Task<int> TellAsync(StorageOptions options, string? keptAs, RestoredOutbox outbox, bool json)
    {
        // As the service will open it.
        await using var database = Database.OpenExisting(options.DatabaseFile);
        var contents = CopyContents.Of(database);
        if (json)
        {
            Output.WriteJson(
                new
                {
                    database = options.DatabaseFile,
                    keptAs,
                    knowsUntil = outbox.CopiedAt,
                    contents.Notifications,
                    contents.Newest,
                    contents.Inserts,
                    outbox.Verifying,
                    outbox.Held,
                }
            );
            return ExitCode.Done;
        }
        var newest = contents.Newest is { } id ? $", the newest {id} of {Output.Time(contents.NewestAt!.Value)}" : "";
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                restored   {options.DatabaseFile}: {contents.Notifications} notifications{newest}; {contents.Inserts} inserts
                before     {(keptAs is null ? "there was no database" : $"is kept as {keptAs}")}
                unknown    all that happened after {Output.Time(outbox.CopiedAt)}, what was sent to ATIONET among it
                deliveries {outbox.Verifying} that were to be sent are looked up at ATIONET first, and held where they cannot be;
                           so is every other that is not newer than this restore. {outbox.Held} more are held for you: look in the portal
                readings   are sent again, which does no harm
                documents  that came since are found by catch-up, where Petrosoft publishes them; what was only posted must be posted again
                """
            )
        );
        return ExitCode.Done;
    }
}
