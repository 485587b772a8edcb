using System.Diagnostics;
using System.Globalization;
using NotifyReceiver.Benchmarks.Serving;

namespace NotifyReceiver.Benchmarks.Processes;

/// <summary>A server that is measured, in a process of its own. What it takes of the machine is read from <c>/proc</c>.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int TicksPerSecond = 100;

    private readonly Process _process;
    private readonly bool _answers;

    private ServerProcess(Process process, Uri address, bool answers)
    {
        _process = process;
        _answers = answers;
        Address = address;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    public Uri Address { get; }

    /// <summary>What it took of the processor since it began, with those of its children that have ended.</summary>
    public TimeSpan Processor =>
        // After the name, which stands in parentheses: state, then the fields from the fourth on; 14 to 17 are times.
        TimeSpan.FromSeconds(
            File.ReadAllText($"/proc/{_process.Id}/stat")
                .Split(')')[^1]
                .Split(' ')[12..16]
                .Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / (double)TicksPerSecond
        );

    /// <summary>How much memory of the machine it holds, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts this program as one of the sides.</summary>
    /// <param name="directory">Where it keeps its files; there already may be a data directory in it.</param>
    public static async Task<ServerProcess> StartAsync(ServedSide side, string directory)
    {
        var process = Process.Start(
            new ProcessStartInfo(
                Dotnet.Path,
                [typeof(ServerProcess).Assembly.Location, Served.Command, side.Name, directory]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        return await process.StandardOutput.ReadLineAsync() is { } address
            ? new ServerProcess(process, new Uri(address), answers: true)
            : throw new InvalidOperationException($"{side.Name} did not start.");
    }

    /// <summary>Takes over what was started elsewhere and serves already.</summary>
    public static ServerProcess Of(Process process, Uri address) => new(process, address, answers: false);

    /// <summary>How many bytes it has allocated since it began; null where it cannot tell.</summary>
    public async Task<long?> AllocatedAsync() => await AskAsync(Served.Allocated);

    /// <summary>Completes when nothing that came is waiting any more.</summary>
    public Task SettleAsync() => AskAsync(Served.Settle);

    /// <summary>Completes when, besides, it has done what it put off: what is measured next has the machine for itself.</summary>
    public Task RestAsync() => AskAsync(Served.Rest);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (_answers)
        {
            _process.StandardInput.Close();
        }
        else
        {
            _process.Kill(entireProcessTree: true);
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<long?> AskAsync(string question)
    {
        if (!_answers)
        {
            return null;
        }
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() is { } answer
            ? long.Parse(answer, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("A server that is measured has ended.");
    }

    // Also where the benchmark is ended before it is done.
    private void End(object? sender, EventArgs e) => _process.Kill(entireProcessTree: true);
}
