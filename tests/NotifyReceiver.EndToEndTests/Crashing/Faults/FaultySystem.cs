using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Crashing.Faults;

/// <summary>Debian's libfiu between the service and the system: calls fail with an I/O error for as long as they are told to.</summary>
internal sealed class FaultySystem
{
    /// <summary>The calls that wait until the disk has it.</summary>
    public const string Syncs = "posix/io/sync/*";

    /// <summary>The calls by which SQLite writes.</summary>
    public const string Writes = "posix/io/rw/pwrite";

    private const string Libraries = "/usr/lib/fiu/fiu_run_preload.so /usr/lib/fiu/fiu_posix_preload.so";
    private const int InputOutputError = 5;

    private readonly Installation _installation;
    private readonly string _pipe;

    private FaultySystem(Installation installation, string pipe) => (_installation, _pipe) = (installation, pipe);

    /// <summary>Starts the service there; nothing fails yet.</summary>
    public static async Task<FaultySystem> StartAsync(Installation installation)
    {
        var pipe = installation.Directory.PathOf("fiu");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FIU_CTRL_FIFO"] = pipe };
        await installation.StartPreloadedAsync(Libraries, environment);
        return new FaultySystem(installation, pipe);
    }

    /// <summary>From now on so many of a hundred fail.</summary>
    public Task FailAsync(string calls, int percent) =>
        TellAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"enable_random name={calls},probability={percent / 100.0},failinfo={InputOutputError}"
            )
        );

    public Task MendAsync(string calls) => TellAsync($"disable name={calls}");

    private async Task TellAsync(string order)
    {
        var process = _installation.Program.Id.ToString(CultureInfo.InvariantCulture);
        var run = await _installation.RunOtherAsync("fiu-ctrl", "-f", _pipe, "-c", order, process);
        Assert.True(run.ExitCode == 0 && run.All.Length == 0, run.ToString());
    }
}
