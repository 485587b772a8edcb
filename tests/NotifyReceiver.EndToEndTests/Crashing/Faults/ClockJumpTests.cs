using NotifyReceiver.EndToEndTests.Crashing.Trials;
using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing.Faults;

/// <summary>The machine's clock jumps by years while the service runs, and before it starts again.</summary>
public sealed class ClockJumpTests(ITestOutputHelper log)
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private const string Clock = "clock";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task Notifications_are_taken_and_deliveries_arrive_once()
    {
        await using var trial = await Trial.CreateAsync(log);
        var installation = trial.Installation;
        Set(installation, "+0");
        await StartAsync(installation);
        await trial.PostAsync(200);
        foreach (var jump in new[] { "+5y", "-10y" })
        {
            await JumpAsync(trial, jump);
            await trial.PostAsync(200);
            await KillAsync(installation.Program);
            await StartAsync(installation);
            await trial.PostAsync(200);
        }
        await JumpAsync(trial, "+0");
        await trial.PostAsync(200);

        await trial.SettleAsync();
        await KillAsync(installation.Program);
    }

    // Calls go on until the service has seen the jump.
    private static async Task JumpAsync(Trial trial, string offset)
    {
        var year = await YearAsync(trial.Installation);
        Set(trial.Installation, offset);
        do
        {
            await trial.PostAsync(20);
        } while (await YearAsync(trial.Installation) == year);
    }

    private static Task<string> YearAsync(Installation installation) =>
        installation.SqlAsync("SELECT substr(received_at, 1, 4) FROM notifications ORDER BY seq DESC LIMIT 1");

    // A program that is killed leaves behind what libfaketime shares among processes.
    private static async Task KillAsync(RunningProgram program)
    {
        await program.KillAsync();
        File.Delete($"/dev/shm/faketime_shm_{program.Id}");
        File.Delete($"/dev/shm/sem.faketime_sem_{program.Id}");
    }

    private static Task<RunningProgram> StartAsync(Installation installation) =>
        installation.StartPreloadedAsync(
            Library,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["FAKETIME_TIMESTAMP_FILE"] = installation.Directory.PathOf(Clock),
                ["FAKETIME_CACHE_DURATION"] = "1",
                // What measures how long something takes goes on as ever, as it does on a real machine.
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            }
        );

    // Renamed over, so that nobody reads half of it.
    private static void Set(Installation installation, string offset)
    {
        var written = installation.Directory.PathOf(installation.Directory.Write($"{Clock}.new", offset));
        File.Move(written, installation.Directory.PathOf(Clock), overwrite: true);
    }
}
