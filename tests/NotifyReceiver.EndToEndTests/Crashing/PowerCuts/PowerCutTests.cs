using System.Diagnostics;
using System.Security.Cryptography;
using NotifyReceiver.EndToEndTests.Crashing.Trials;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing.PowerCuts;

/// <summary>
/// The power goes, again and again: what was not synced is not there afterwards, unlike after a kill, which leaves all that was
/// written to the system. The service goes on with the disk as the cut left it.
/// </summary>
public sealed class PowerCutTests(ITestOutputHelper log)
{
    private const int Cuts = 6;
    private const int MostCallsALife = 800;
    private const int Megabytes = 2048;

    [FactOnADisk(Timeout = Deadline.OfLongForm)]
    public async Task What_was_acknowledged_before_a_power_cut_is_there_after_it()
    {
        var cuts = LongForm.Count(LongForm.Cuts, Cuts);
        var started = Stopwatch.GetTimestamp();
        await using var trial = await Trial.CreateAsync(log);
        await using var disk = await Disk.MountAsync(trial.Installation, Megabytes);
        // The first comes right after the first acknowledged call: whatever the first start made must be there, too.
        var calls = 1;
        var key = "";
        for (var cut = 0; cut < cuts; cut++)
        {
            // A sync takes long: what is acknowledged without having waited for it is most likely lost.
            var program = await StartAsync(trial.Installation, "delay_enter=3000");
            await trial.PostUntilAsync(calls, () => CutAsync(disk, program));
            key = cut == 0 ? trial.Installation.ApiKey : key;
            await disk.PowerOnAsync();
            Assert.Equal(key, trial.Installation.ApiKey);
            Assert.Empty(await trial.MistakesAsync());
            calls = RandomNumberGenerator.GetInt32(1, MostCallsALife);
        }
        await trial.Installation.StartAsync();

        await trial.SettleAsync();
        log.WriteLine(
            $"{cuts} power cuts, {trial.Ledger.Acknowledged} acknowledged, {trial.Ationet.Deliveries.Count} deliveries and "
                + $"{trial.Ationet.Inventories.Count} inventories at the host, nothing lost, no delivery twice, "
                + $"{Stopwatch.GetElapsedTime(started)}"
        );
        await trial.Installation.Program.KillAsync();
    }

    /// <summary>If this one fails, the other one tests nothing.</summary>
    [FactOnADisk(Timeout = Deadline.OfTest)]
    public async Task A_log_that_is_not_synced_at_every_commit_loses_what_was_acknowledged_and_that_is_noticed()
    {
        await using var trial = await Trial.CreateAsync(log);
        await using var disk = await Disk.MountAsync(trial.Installation, Megabytes);
        await trial.LiveAsync(calls: 1, StopAsync);

        // As with synchronous=NORMAL: the log is not synced at a commit, and nobody is told.
        var program = await StartAsync(trial.Installation, "retval=0");
        await trial.PostUntilAsync(MostCallsALife, () => CutAsync(disk, program));
        await disk.PowerOnAsync();

        var lost = await trial.MistakesAsync();
        log.WriteLine(
            $"synchronous=NORMAL: {trial.Ledger.Acknowledged} acknowledged, {lost.Count} lost in one power cut"
        );
        Assert.NotEmpty(lost);
    }

    /// <param name="how">What becomes of the syncs of the log, in strace's words.</param>
    private static Task<RunningProgram> StartAsync(Installation installation, string how) =>
        installation.StartTracedAsync(
            "--seccomp-bpf",
            "--trace=fsync,fdatasync",
            $"--inject=fsync,fdatasync:{how}",
            $"--trace-path={installation.Directory.PathOf("data/notify-receiver.db-wal")}"
        );

    // Killed, and not stopped: a sync that has been asked for would still come to its end.
    private static async Task CutAsync(Disk disk, RunningProgram program)
    {
        await program.KillAsync();
        await disk.CutAsync();
    }

    private static async Task StopAsync(RunningProgram program)
    {
        await program.TerminateAsync();
        Assert.Equal(0, await program.WaitForExitAsync());
    }
}
