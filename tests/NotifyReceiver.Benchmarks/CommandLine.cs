using System.CommandLine;
using System.CommandLine.Invocation;
using NotifyReceiver.Benchmarks.Connecting;
using NotifyReceiver.Benchmarks.Draining;
using NotifyReceiver.Benchmarks.Growing;
using NotifyReceiver.Benchmarks.Ingesting;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Peers;
using NotifyReceiver.Benchmarks.Serving;
using NotifyReceiver.Benchmarks.Starting;

namespace NotifyReceiver.Benchmarks;

/// <summary>All benchmarks; one more is a line here and a folder.</summary>
internal static class CommandLine
{
    private const int WrongUsage = 2;

    private static readonly IReadOnlyList<Benchmark> All =
    [
        Ingest.Benchmark,
        NewConnections.Benchmark,
        Drain.Benchmark,
        Growth.Benchmark,
        Start.Benchmark,
        AgainstPeers.Benchmark,
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        // Not a command: one of the processes that are measured.
        if (arguments is [Served.Command, var side, var directory])
        {
            return await Served.RunAsync(side, directory);
        }
        var names = new Argument<string[]>("names")
        {
            Description = $"Which to run; without any, all: {string.Join(", ", All.Select(it => it.Name))}.",
        };
        names.AcceptOnlyFromAmong([.. All.Select(it => it.Name)]);
        var quick = new Option<bool>("--quick") { Description = "So little of each that it shows only that it runs." };
        var full = new Option<bool>("--full")
        {
            Description =
                "Growth up to 5 million stored notifications: 12 GB of the temporary directory, and many minutes.",
        };
        var rows = new Option<int>("--rows")
        {
            Description = "How many notifications the product has stored before, in ingest and start.",
        };
        var rounds = new Option<int?>("--rounds")
        {
            Description = $"How many times each side is measured; without it {Scale.Usual.Rounds}.",
        };
        var results = new Option<FileInfo?>("--results")
        {
            Description = "A page in which each table replaces the one below the heading of the same name.",
        };
        var root = new RootCommand("Prints ratios, each from one run in which all sides take turns.")
        {
            names,
            quick,
            full,
            rows,
            rounds,
            results,
        };
        root.SetAction(parsed =>
        {
            var scale = parsed.GetValue(quick) ? Scale.Quick : Scale.Usual;
            scale = parsed.GetValue(full) ? scale.WithLargest : scale;
            return RunAsync(
                parsed.GetValue(names) ?? [],
                scale with
                {
                    Stored = parsed.GetValue(rows),
                    Rounds = parsed.GetValue(rounds) ?? scale.Rounds,
                },
                parsed.GetValue(results) is { } page ? new ResultsPage(page) : null,
                arguments
            );
        });
        var parsed = root.Parse(arguments);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Action is ParseErrorAction ? WrongUsage : exitCode;
    }

    private static async Task RunAsync(string[] names, Scale scale, ResultsPage? page, string[] arguments)
    {
        foreach (
            var benchmark in All.Where(it =>
                names.Length == 0 ? !it.OnlyByName : names.Contains(it.Name, StringComparer.Ordinal)
            )
        )
        {
            var table = await benchmark.RunAsync(scale);
            var result = $"""
                {benchmark.About}

                machine  {Machine.Describe()}
                command  dotnet run -c Release --project tests/NotifyReceiver.Benchmarks -- {string.Join(
                    ' ',
                    arguments
                )}
                rounds   {scale.Rounds}, each side warm; medians, and in brackets the lowest and the highest round

                {table}
                """;
            await Console.Out.WriteLineAsync($"\n{benchmark.Name}: {result}");
            page?.Put(benchmark.Name, result);
        }
    }
}
