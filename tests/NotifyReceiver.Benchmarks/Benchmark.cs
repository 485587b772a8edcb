using NotifyReceiver.Benchmarks.Measuring;

namespace NotifyReceiver.Benchmarks;

/// <param name="Name">What it is called on the command line.</param>
/// <param name="About">What is set against what, in a line or more.</param>
internal sealed record Benchmark(string Name, string About, Func<Scale, Task<Table>> RunAsync);
