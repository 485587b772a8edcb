using System.Diagnostics;

namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>What one side took in one round.</summary>
/// <param name="Elapsed">From its first request to its last effect.</param>
/// <param name="OwnCores">How many processor cores it kept busy on average.</param>
/// <param name="HostCores">How many the simulated host kept busy meanwhile.</param>
internal sealed record Effort(TimeSpan Elapsed, double OwnCores, double HostCores)
{
    /// <summary>What it took of the processor itself. Says the most where others use the machine too.</summary>
    public TimeSpan OwnProcessor => Elapsed * OwnCores;

    /// <param name="host">The process of the simulated host.</param>
    public static async Task<Effort> OfAsync(Process host, Func<Task> work)
    {
        using var own = Process.GetCurrentProcess();
        var (ownBefore, hostBefore) = (ProcessorTime(own), ProcessorTime(host));
        var start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new Effort(
            elapsed,
            (ProcessorTime(own) - ownBefore) / elapsed,
            (ProcessorTime(host) - hostBefore) / elapsed
        );
    }

    private static TimeSpan ProcessorTime(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
