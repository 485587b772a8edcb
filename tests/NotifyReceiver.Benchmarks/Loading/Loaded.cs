using System.Diagnostics;

namespace NotifyReceiver.Benchmarks.Loading;

/// <summary>What a load came to.</summary>
/// <param name="ClientProcessor">What the posting itself took of the processor.</param>
/// <param name="Latencies">Of each call from its first byte sent to the last of its answer, in ticks of the stopwatch; ascending.</param>
internal sealed record Loaded(TimeSpan Elapsed, TimeSpan ClientProcessor, IReadOnlyList<long> Latencies)
{
    public int Calls => Latencies.Count;

    public double Rate => Calls / Elapsed.TotalSeconds;

    /// <summary>In milliseconds.</summary>
    /// <param name="share">0.99: of a hundred calls all but one took no longer.</param>
    public double Latency(double share) =>
        Latencies[(int)Math.Min(Calls - 1, Calls * share)] * 1000.0 / Stopwatch.Frequency;
}
