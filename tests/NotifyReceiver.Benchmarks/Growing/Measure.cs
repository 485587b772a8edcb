namespace NotifyReceiver.Benchmarks.Growing;

/// <param name="Name">What is done.</param>
internal sealed record Measure(string Name, Func<GrownFile, Task<IMeasured>> OpenAsync);
