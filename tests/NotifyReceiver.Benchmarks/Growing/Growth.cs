using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Benchmarks.Processes;

namespace NotifyReceiver.Benchmarks.Growing;

/// <summary>Whether what is done costs more where much was stored before.</summary>
internal static class Growth
{
    public static readonly Benchmark Benchmark = new(
        "growth",
        """
        the product on files in which so many notifications are STORED (and for nine of ten of them an insert that was accepted), which take
        turns. SHARE is the rate / that of the smallest file. Calls come over HTTPS on 64 connections: new ones and ones that are stored
        already, to ingest alone; and to the whole product, until all are in quarantine, or converted. Drained are deliveries of 100 terminals, put out
        anew each round, into the simulated ATIONET. Lists are of 50, the newest first; of the state named last there is none.
        """,
        RunAsync
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        var files = new List<GrownFile>();
        try
        {
            foreach (var size in scale.Sizes)
            {
                files.Add(new GrownFile(await FilledFile.FillAsync(size)));
            }
            var table = new Table("MEASURE, STORED", "A SECOND", "SHARE");
            await using var ationet = await AtionetProcess.StartAsync();
            foreach (var measure in Measures.All(scale, ationet))
            {
                await AddAsync(table, measure, files, scale.Rounds);
            }
            return table;
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static async Task AddAsync(Table table, Measure measure, List<GrownFile> files, int rounds)
    {
        var opened = new Dictionary<GrownFile, IMeasured>();
        try
        {
            foreach (var file in files)
            {
                opened[file] = await measure.OpenAsync(file);
                await opened[file].TakeAsync();
            }
            var turns = await Turns<GrownFile, double>.RunAsync(
                measure.Name,
                rounds,
                files,
                file => opened[file].TakeAsync()
            );
            foreach (var file in files)
            {
                table.Add(
                    $"{measure.Name}, {Figure.Whole(file.Stored)}",
                    Figure.Whole(turns.Median(file, rate => rate)),
                    Figure.Shares(turns.Shares(file, files[0], rate => rate))
                );
            }
        }
        finally
        {
            foreach (var measured in opened.Values)
            {
                await measured.DisposeAsync();
            }
        }
    }
}
