using NotifyReceiver.Benchmarks.Ingesting;
using NotifyReceiver.Benchmarks.Loading;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Connecting;

/// <summary>How many senders that keep no connection can be served.</summary>
internal static class NewConnections
{
    private const int AtOnce = 8;

    public static readonly Benchmark Benchmark = new(
        "connections",
        $"""
        one call for each connection: TCP, a whole TLS 1.3 handshake (P-256, nothing resumed), a call of 1 KB, its answer; {AtOnce} at once.
        SHARE is the rate / the ceiling's, CPU what the server takes for a connection and its call, CLIENT what the client takes.
        """,
        RunAsync
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        IReadOnlyList<Contender> contenders = [Contender.Ceiling, Contender.Ingest(history: null)];
        using var directory = new TemporaryDirectory();
        await using var ceiling = await StartAsync(contenders[0], directory.File("ceiling"));
        await using var product = await StartAsync(contenders[1], directory.File("product"));
        foreach (var server in new[] { ceiling, product })
        {
            await TakeAsync(server, scale.Warming);
        }
        var turns = await Turns<Contender, IngestTurn>.RunAsync(
            "new connections",
            scale.Rounds,
            contenders,
            contender => TakeAsync(contender == contenders[0] ? ceiling : product, scale)
        );
        var table = new Table("SIDE", "CONNECTIONS/S", "SHARE", "P50 ms", "P99 ms", "CPU µs", "CLIENT µs");
        foreach (var contender in contenders)
        {
            table.Add(
                contender.Name,
                Figure.Whole(turns.Median(contender, turn => turn.Loaded.Rate)),
                Figure.Shares(turns.Shares(contender, contenders[0], turn => turn.Loaded.Rate)),
                Figure.Share(turns.Median(contender, turn => turn.Loaded.Latency(0.5))),
                Figure.Share(turns.Median(contender, turn => turn.Loaded.Latency(0.99))),
                Figure.Whole(turns.Median(contender, turn => turn.Processor)),
                Figure.Whole(
                    turns.Median(contender, turn => turn.Loaded.ClientProcessor.TotalMicroseconds / turn.Loaded.Calls)
                )
            );
        }
        return table;
    }

    private static Task<ServerProcess> StartAsync(Contender contender, string directory) =>
        contender.StartAsync(Directory.CreateDirectory(directory).FullName);

    private static Task<IngestTurn> TakeAsync(ServerProcess server, Scale scale)
    {
        var load = new Load(Posting.Unknown, AtOnce, scale.Turn, scale.Calls, Load.NewId);
        return IngestTurn.TakeAsync(server, () => load.OnNewConnectionsAsync(server.Address));
    }
}
