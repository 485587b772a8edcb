using System.CommandLine;
using System.Globalization;
using NotifyReceiver.Storage;
using NotifyReceiver.Storage.Proving;

namespace NotifyReceiver.Cli.Proving;

/// <summary><c>verify-durability</c>: what an operator's own disk does with what is acknowledged. Beside the service, in a directory of its own.</summary>
internal static class VerifyDurabilityCommand
{
    private const int UsualKills = 20;
    private const int Syncs = 500;
    private const int KillsBetweenLines = 10;

    public static Command Create()
    {
        var directory = new Argument<string>("directory") { Description = "a directory on the disk in question" };
        var kills = new Option<int>("--kills")
        {
            Description = $"how often the writing process is killed; by default {UsualKills}",
            DefaultValueFactory = _ => UsualKills,
        };
        kills.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--kills takes a whole number from 1");
            }
        });
        var command = new Command(
            "verify-durability",
            "Tells what a disk does with what is acknowledged: how long it takes to keep it, and whether a killed process loses any."
        )
        {
            directory,
            kills,
        };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(directory), parsed.GetValue(kills), stop));
        return command;
    }

    private static async Task<int> RunAsync(string given, int kills, CancellationToken stop)
    {
        if (!Directory.Exists(given))
        {
            return await CommandLine.FailAsync($"there is no directory '{given}'", ExitCode.NotFound);
        }
        var own = Path.Combine(Path.GetFullPath(given), $"verify-durability-{Guid.NewGuid():N}");
        try
        {
            OwnerOnly.CreateDirectory(own);
            return await VerifyAsync(own, kills, stop);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return await CommandLine.FailAsync($"cannot write in '{given}': {fault.Message}");
        }
        finally
        {
            if (Directory.Exists(own))
            {
                Directory.Delete(own, recursive: true);
            }
        }
    }

    private static async Task<int> VerifyAsync(string directory, int kills, CancellationToken stop)
    {
        var fileSystem = FileSystem.Of(directory);
        Write("file system", $"{fileSystem}", fileSystem.Objection ?? fileSystem.Doubt);

        var syncs = DiskSyncs.Measure(directory, Syncs);
        Write("sync", Describe(syncs), syncs.Meaning);

        // Opening reads the settings back and refuses any other.
        var empty = await KeptNumbers.LookAsync(directory);
        Write(
            "settings",
            $"journal_mode=wal, synchronous=FULL, page_size={empty.PageBytes}, SQLite {empty.SqliteVersion}",
            "a call is answered after its commit, and a commit ends with a sync of the log: what was answered outlives the "
                + "program, the system and the power, if the disk has what it says it has"
        );

        var loop = new KillLoop(directory, first => KeepNumbersCommand.Describe(directory, first));
        var mistake = await KillAsync(loop, kills, stop);
        Write(
            "kills",
            $"{loop.Kills} kills, {loop.Acknowledged} commits acknowledged, {mistake ?? "all are there, and the database is whole"}"
        );
        return Judge(fileSystem.Objection, mistake);
    }

    private static async Task<string?> KillAsync(KillLoop loop, int kills, CancellationToken stop)
    {
        var progress = new ProgressLine();
        string? mistake = null;
        while (mistake is null && loop.Kills < kills)
        {
            mistake = await loop.KillOnceAsync(stop);
            progress.Show(
                $"{loop.Kills} of {kills} kills, {loop.Acknowledged} commits acknowledged",
                loop.Kills % KillsBetweenLines == 0
            );
        }
        progress.Clear();
        return mistake;
    }

    private static int Judge(string? objection, string? mistake)
    {
        if ((mistake ?? objection) is { } reason)
        {
            Write("verdict", $"NOT DURABLE: {reason}");
            return ExitCode.Failed;
        }
        Write(
            "verdict",
            "kept: nothing that was acknowledged is missing after a kill",
            "A kill leaves the system running, and with it all that the disk has not got yet, so this does not prove that a power "
                + "cut loses nothing. What would: post to this machine from another one that notes each acknowledged id, pull the "
                + "plug, start again, and compare with 'list'. A disk with power-loss protection is made to pass that."
        );
        return ExitCode.Done;
    }

    private static string Describe(DiskSyncs syncs) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {syncs.Median.TotalMilliseconds:0.###} ms, p99 {syncs.Slowest1Percent.TotalMilliseconds:0.###} ms, worst {syncs.Worst.TotalMilliseconds:0.###} ms of {syncs.Count} appends of 4 KiB: at most some {syncs.CommitsASecond:0} commits a second, and many calls share one"
        );

    private static void Write(string what, string finding, string? meaning = null)
    {
        Console.Out.WriteLine($"{what, -13}{finding}");
        if (meaning is not null)
        {
            Console.Out.WriteLine($"{"", -13}{meaning}");
        }
    }
}
