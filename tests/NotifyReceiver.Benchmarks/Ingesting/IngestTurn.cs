using System.Diagnostics;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Processes;

namespace NotifyReceiver.Benchmarks.Ingesting;

/// <summary>What one server took in one round.</summary>
/// <param name="Processor">What the server took of the processor for a call, until nothing of the round was left to do; µs.</param>
/// <param name="Allocated">How many bytes it allocated for a call, likewise; not a number where it cannot tell.</param>
/// <param name="Resident">How much memory it held when the last call was answered; bytes.</param>
/// <param name="Behind">How long it went on with what waited then.</param>
internal sealed record IngestTurn(Loaded Loaded, double Processor, double Allocated, long Resident, TimeSpan Behind)
{
    public static async Task<IngestTurn> TakeAsync(ServerProcess server, Func<Task<Loaded>> load)
    {
        var allocatedBefore = await server.AllocatedAsync();
        var processorBefore = server.Processor;
        var loaded = await load();
        var resident = server.Resident;
        var end = Stopwatch.GetTimestamp();
        await server.SettleAsync();
        var behind = Stopwatch.GetElapsedTime(end);
        await server.RestAsync();
        var processor = (server.Processor - processorBefore).TotalMicroseconds / loaded.Calls;
        var allocated = (await server.AllocatedAsync() - allocatedBefore) / (double)loaded.Calls;
        return new IngestTurn(loaded, processor, allocated ?? double.NaN, resident, behind);
    }
}
