using System.CommandLine;
using System.CommandLine.Invocation;
using NotifyReceiver.Benchmarks.Draining;
using NotifyReceiver.Benchmarks.Measuring;

namespace NotifyReceiver.Benchmarks;

/// <summary>All benchmarks; one more is a line here and a folder.</summary>
internal static class CommandLine
{
    private const int WrongUsage = 2;

    private static readonly IReadOnlyList<Benchmark> All = [Drain.Benchmark];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var names = new Argument<string[]>("names")
        {
            Description = $"Which to run; without any, all: {string.Join(", ", All.Select(it => it.Name))}.",
        };
        names.AcceptOnlyFromAmong([.. All.Select(it => it.Name)]);
        var quick = new Option<bool>("--quick")
        {
            Description = $"{Scale.Quick.Rounds} round of {Scale.Quick.Rows} rows, to see that it runs.",
        };
        var root = new RootCommand("Prints ratios, each from one run in which both sides take turns.") { names, quick };
        root.SetAction(parsed =>
            RunAsync(parsed.GetValue(names) ?? [], parsed.GetValue(quick) ? Scale.Quick : Scale.Full, arguments)
        );
        var parsed = root.Parse(arguments);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Action is ParseErrorAction ? WrongUsage : exitCode;
    }

    private static async Task RunAsync(string[] names, Scale scale, string[] arguments)
    {
        foreach (var benchmark in All.Where(it => names.Length == 0 || names.Contains(it.Name, StringComparer.Ordinal)))
        {
            var table = await benchmark.RunAsync(scale);
            await Console.Out.WriteLineAsync(
                $"""

                {benchmark.Name}: {benchmark.About}

                machine  {Machine.Describe()}
                command  dotnet run -c Release --project tests/NotifyReceiver.Benchmarks -- {string.Join(
                    ' ',
                    arguments
                )}
                rounds   {scale.Rounds}, after one that does not count; medians

                {table}
                """
            );
        }
    }
}
