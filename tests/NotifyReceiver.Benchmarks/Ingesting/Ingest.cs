using NotifyReceiver.Benchmarks.Growing;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Ingesting;

/// <summary>How fast calls are taken and kept.</summary>
internal static class Ingest
{
    private static readonly IReadOnlyList<int> Connections = [1, 8, 64, 256];

    // So many that the code is compiled to the end, whatever is measured then.
    private const int WarmingConnections = 64;

    public static readonly Benchmark Benchmark = new(
        "ingest",
        """
        calls of 1 KB, each with an id of its own, over HTTPS (TLS 1.3, connections kept); each side in its own process, the client
        in another. SHARE is its rate / the ceiling's, P99x its p99 / the ceiling's. TIMES is the rate of the product's ingest
        alone / its rate. CPU and ALLOC are of the server for a call; those of the product go on until nothing of the round is
        left to do. BEHIND is how long after the last answer the last document was converted. CLIENT is what the client takes of the same cores.
        """,
        RunAsync
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        using var history = scale.Stored > 0 ? await FilledFile.FillAsync(scale.Stored, copies: 3) : null;
        return await CompareAsync(
            scale,
            Connections,
            [
                Contender.Ceiling,
                Contender.Ingest(history),
                .. Contender.Services(history),
                Contender.CommitEach,
                Contender.CommitEachLocked,
            ]
        );
    }

    /// <param name="contenders">The ceiling, the product, and others.</param>
    public static async Task<Table> CompareAsync(
        Scale scale,
        IReadOnlyList<int> connections,
        IReadOnlyList<Contender> contenders
    )
    {
        var table = new Table(
            "CONNECTIONS, SIDE",
            "CALLS/S",
            "SHARE",
            "TIMES",
            "P50 ms",
            "P99 ms",
            "P99x",
            "CPU µs",
            "CLIENT µs",
            "ALLOC B",
            "RSS MB",
            "IDLE MB",
            "BEHIND s"
        );
        foreach (var count in connections)
        {
            await CompareAsync(scale, count, contenders, table);
        }
        return table;
    }

    private static async Task CompareAsync(
        Scale scale,
        int connections,
        IReadOnlyList<Contender> contenders,
        Table table
    )
    {
        using var directory = new TemporaryDirectory();
        var servers = new Dictionary<Contender, (ServerProcess Process, long Idle)>();
        try
        {
            foreach (var contender in contenders)
            {
                var own = Directory.CreateDirectory(directory.File($"{servers.Count}"));
                var process = await contender.StartAsync(own.FullName);
                servers[contender] = (process, process.Resident);
                await TakeAsync(process, contender.Posting, WarmingConnections, scale.Warming);
            }
            var turns = await Turns<Contender, IngestTurn>.RunAsync(
                $"{connections} connections",
                scale.Rounds,
                contenders,
                contender => TakeAsync(servers[contender].Process, contender.Posting, connections, scale)
            );
            foreach (var contender in contenders)
            {
                table.Add(LineOf(turns, contender, contenders, connections, servers[contender].Idle));
            }
        }
        finally
        {
            foreach (var (process, _) in servers.Values)
            {
                await process.DisposeAsync();
            }
        }
    }

    private static Task<IngestTurn> TakeAsync(ServerProcess server, Posting posting, int connections, Scale scale)
    {
        var load = new Load(posting, connections, scale.Turn, scale.Calls, Load.NewId);
        return IngestTurn.TakeAsync(server, () => load.OnKeptConnectionsAsync(server.Address));
    }

    private static IReadOnlyList<string> LineOf(
        Turns<Contender, IngestTurn> turns,
        Contender contender,
        IReadOnlyList<Contender> all,
        int connections,
        long idle
    )
    {
        var (ceiling, product) = (all[0], all[1]);
        var allocated = turns.Median(contender, turn => turn.Allocated);
        return
        [
            $"{connections}, {contender.Name}",
            Figure.Whole(turns.Median(contender, turn => turn.Loaded.Rate)),
            Figure.Shares(turns.Shares(contender, ceiling, turn => turn.Loaded.Rate)),
            Figure.Tenths(Median.Of(turns.Shares(product, contender, turn => turn.Loaded.Rate))),
            Figure.Share(turns.Median(contender, turn => turn.Loaded.Latency(0.5))),
            Figure.Share(turns.Median(contender, turn => turn.Loaded.Latency(0.99))),
            Figure.Tenths(Median.Of(turns.Shares(contender, ceiling, turn => turn.Loaded.Latency(0.99)))),
            Figure.Whole(turns.Median(contender, turn => turn.Processor)),
            Figure.Whole(
                turns.Median(contender, turn => turn.Loaded.ClientProcessor.TotalMicroseconds / turn.Loaded.Calls)
            ),
            double.IsNaN(allocated) ? "-" : Figure.Whole(allocated),
            Figure.Megabytes(turns.Median(contender, turn => turn.Resident)),
            Figure.Megabytes(idle),
            Figure.Tenths(turns.Median(contender, turn => turn.Behind.TotalSeconds)),
        ];
    }
}
