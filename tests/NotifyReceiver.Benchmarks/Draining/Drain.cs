using System.Globalization;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Processes;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Draining;

/// <summary>How fast the dispatcher empties a full outbox.</summary>
internal static class Drain
{
    /// <summary>What the service is configured with, and what the yardstick has.</summary>
    public const int Connections = 16;

    public static readonly Benchmark Benchmark = new(
        "drain",
        $"""
        a full outbox of 100 terminals in a SQLite file, drained by the service into the simulated ATIONET on loopback (DISPATCHER);
        against a bare HttpClient loop that posts the very same bodies to the same host (BARE); both on {Connections} connections.
        RATIO is bare time / dispatcher time: 1 where the host alone sets the pace. CORES are those that host and side kept busy,
        CPU what the service itself took of them.
        """,
        RunAsync
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        var table = new Table(
            "CASE",
            "ROWS",
            "REQUESTS",
            "BARE rows/s",
            "CORES host+own",
            "DISPATCHER rows/s",
            "CORES host+own",
            "CPU µs/row",
            "RATIO",
            "lowest",
            "highest"
        );
        await using var host = await AtionetProcess.StartAsync();
        foreach (var drainCase in DrainCase.All)
        {
            using var outbox = await FullOutbox.FillAsync(drainCase.Kind, scale.Rows);
            var (_, bodies) = await DrainAsync(outbox, host, drainCase);
            await PostAsync(bodies, host, drainCase);
            var comparison = await Comparison.RunAsync(
                drainCase.Name,
                scale.Rounds,
                () => PostAsync(bodies, host, drainCase),
                async () => (await DrainAsync(outbox, host, drainCase)).Effort
            );
            table.Add(
                drainCase.Name,
                $"{scale.Rows}",
                $"{bodies.Count}",
                Figure.Whole(comparison.Median(round => scale.Rows / round.Yardstick.Elapsed.TotalSeconds)),
                Cores(comparison, round => round.Yardstick),
                Figure.Whole(comparison.Median(round => scale.Rows / round.Product.Elapsed.TotalSeconds)),
                Cores(comparison, round => round.Product),
                Figure.Whole(comparison.Median(round => round.Product.OwnProcessor.TotalMicroseconds / scale.Rows)),
                Figure.Share(comparison.Median(round => round.Ratio)),
                Figure.Share(comparison.Rounds.Min(round => round.Ratio)),
                Figure.Share(comparison.Rounds.Max(round => round.Ratio))
            );
        }
        return table;
    }

    private static async Task<(Effort Effort, IReadOnlyList<string> Bodies)> DrainAsync(
        FullOutbox outbox,
        AtionetProcess host,
        DrainCase drainCase
    )
    {
        await host.ResetAsync(drainCase.Latency);
        using var directory = new TemporaryDirectory();
        var data = directory.File("data");
        outbox.CopyTo(data);
        await using var service = DrainedService.Build(data, host, Connections);
        await service.StartAsync();
        var effort = await Effort.OfAsync(host.Process, service.DrainAsync);
        return (effort, service.Bodies());
    }

    private static async Task<Effort> PostAsync(IReadOnlyList<string> bodies, AtionetProcess host, DrainCase drainCase)
    {
        await host.ResetAsync(drainCase.Latency);
        using var loop = new BareLoop(host, Connections);
        return await Effort.OfAsync(host.Process, () => loop.PostAsync(bodies));
    }

    private static string Cores(Comparison comparison, Func<Round, Effort> side) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{comparison.Median(round => side(round).HostCores):0.0}+{comparison.Median(round => side(round).OwnCores):0.0}"
        );
}
