using System.Diagnostics;
using System.Security.Cryptography;
using NotifyReceiver.EndToEndTests.Crashing.Trials;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing;

/// <summary>
/// The service is killed again and again, at moments that nobody chose: under load, while it starts, while it stops. In the end the
/// sender's ledger, the store and the host agree.
/// </summary>
public sealed class KillTests(ITestOutputHelper log)
{
    private const int Kills = 12;
    private const int CallsAKill = 1000;

    // Whatever was seen is still there long after; looking at all of it takes a while.
    private const int KillsALook = 100;

    [Fact(Timeout = Deadline.OfLongForm)]
    public async Task What_was_acknowledged_is_kept_byte_for_byte_and_no_delivery_arrives_twice()
    {
        var kills = LongForm.Count(LongForm.Kills, Kills);
        var started = Stopwatch.GetTimestamp();
        await using var trial = await Trial.CreateAsync(log);
        var timeToStart = await FirstLifeAsync(trial);
        var killed = 1;
        for (; killed < kills || trial.Ledger.Acknowledged < CallsAKill * kills; killed++)
        {
            await EndAtAnyMomentAsync(trial, timeToStart);
            if (killed % KillsALook == 0)
            {
                Assert.Empty(await trial.MistakesAsync());
                log.WriteLine($"{killed} kills, {trial.Ledger.Acknowledged} acknowledged");
            }
        }
        await trial.Installation.StartAsync();

        await trial.SettleAsync();
        log.WriteLine(
            $"{killed} kills, {trial.Ledger.Acknowledged} acknowledged, {trial.Ationet.Deliveries.Count} deliveries and "
                + $"{trial.Ationet.Inventories.Count} inventories at the host, {trial.Ledger.Refused} refused, nothing lost, "
                + $"no delivery twice, {Stopwatch.GetElapsedTime(started)}"
        );
    }

    private static async Task<TimeSpan> FirstLifeAsync(Trial trial)
    {
        var began = Stopwatch.GetTimestamp();
        var program = await trial.Installation.StartAsync();
        var timeToStart = Stopwatch.GetElapsedTime(began);
        await trial.PostUntilAsync(calls: 1, program.KillAsync);
        return timeToStart;
    }

    private static Task EndAtAnyMomentAsync(Trial trial, TimeSpan timeToStart) =>
        RandomNumberGenerator.GetInt32(10) switch
        {
            0 => KillWhileStartingAsync(trial, timeToStart),
            1 => trial.LiveAsync(AnyNumberOfCalls(), KillWhileStoppingAsync),
            _ => trial.LiveAsync(AnyNumberOfCalls(), program => program.KillAsync()),
        };

    // On average a little more than are wanted, for the kills that take none.
    private static int AnyNumberOfCalls() => RandomNumberGenerator.GetInt32(1, CallsAKill * 12 / 5);

    private static Task<CommandRun> KillWhileStartingAsync(Trial trial, TimeSpan timeToStart) =>
        trial.Installation.RunAndKillAsync(AnyTimeUpTo(timeToStart * 1.2), "run");

    private static async Task KillWhileStoppingAsync(RunningProgram program)
    {
        await program.TerminateAsync();
        await AnyTimeUpTo(TimeSpan.FromMilliseconds(60));
        await program.KillAsync();
    }

    private static Task AnyTimeUpTo(TimeSpan most) =>
        Task.Delay(most * RandomNumberGenerator.GetInt32(1000) / 1000, TimeProvider.System);
}
