using NotifyReceiver.Benchmarks.Measuring;

namespace NotifyReceiver.Benchmarks;

/// <param name="Name">What it is called on the command line.</param>
/// <param name="About">What is set against what, in a line or more.</param>
/// <param name="OnlyByName">It needs more than this machine, or more time, and is not among all.</param>
internal sealed record Benchmark(string Name, string About, Func<Scale, Task<Table>> RunAsync, bool OnlyByName = false);
