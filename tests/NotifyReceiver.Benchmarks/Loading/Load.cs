using System.Diagnostics;

namespace NotifyReceiver.Benchmarks.Loading;

/// <summary>Posts on many connections at once; each sends the next call when it has the answer to the last.</summary>
/// <param name="Connections">How many at once.</param>
/// <param name="Time">For how long at most.</param>
/// <param name="Most">How many calls at most.</param>
/// <param name="NextId">The id of the next call.</param>
internal sealed record Load(Posting Posting, int Connections, TimeSpan Time, int Most, Func<long> NextId)
{
    private const long FirstNewId = 1_000_000_000_000;

    private static long _lastId = FirstNewId;

    /// <summary>Ids that no call of this run had, and no file that was filled before.</summary>
    public static long NewId() => Interlocked.Increment(ref _lastId);

    /// <summary>Connections are open before the clock runs.</summary>
    public async Task<Loaded> OnKeptConnectionsAsync(Uri server)
    {
        var connections = new List<PostingConnection>();
        try
        {
            while (connections.Count < Connections)
            {
                connections.Add(await PostingConnection.OpenAsync(server, Posting));
            }
            return await RunAsync(index => connections[index].PostAsync(NextId()));
        }
        finally
        {
            await Task.WhenAll(connections.Select(it => it.DisposeAsync().AsTask()));
        }
    }

    /// <summary>A connection of its own for each call, handshake and all.</summary>
    public Task<Loaded> OnNewConnectionsAsync(Uri server) =>
        RunAsync(async _ =>
        {
            await using var connection = await PostingConnection.OpenAsync(server, Posting);
            await connection.PostAsync(NextId());
        });

    private async Task<Loaded> RunAsync(Func<int, ValueTask> post)
    {
        var begun = 0;
        using var own = Process.GetCurrentProcess();
        var processorBefore = own.TotalProcessorTime;
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(Time.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(
            Enumerable.Range(0, Connections).Select(index => Task.Run(() => PostUntilEndAsync(index)))
        );
        var elapsed = Stopwatch.GetElapsedTime(start);
        own.Refresh();
        var sorted = latencies.SelectMany(it => it).Order().ToList();
        return new Loaded(elapsed, own.TotalProcessorTime - processorBefore, sorted);

        async Task<List<long>> PostUntilEndAsync(int index)
        {
            var latenciesOfOne = new List<long>();
            var before = Stopwatch.GetTimestamp();
            while (before < end && Interlocked.Increment(ref begun) <= Most)
            {
                await post(index);
                var after = Stopwatch.GetTimestamp();
                latenciesOfOne.Add(after - before);
                before = after;
            }
            return latenciesOfOne;
        }
    }
}
