using System.Diagnostics;
using System.Globalization;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Ationet;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Crashing.Trials;

/// <summary>One installation that lives and dies many times, with the books of those on both sides of it.</summary>
internal sealed class Trial : IAsyncDisposable
{
    // What is read of the store at once.
    private const int RowsALook = 20_000;

    private Trial(AtionetSimulator ationet, Installation installation) =>
        (Ationet, Installation) = (ationet, installation);

    public AtionetSimulator Ationet { get; }

    public Installation Installation { get; }

    public Ledger Ledger { get; } = new();

    public static async Task<Trial> CreateAsync(ITestOutputHelper log)
    {
        var ationet = await AtionetSimulator.StartAsync();
        var installation = new Installation(log);
        installation.SendTo(ationet);
        installation.LookUpAt(ationet);
        installation.Settings["Logging:LogLevel:Default"] = "Critical";
        installation.Directory.Write("sites.json", Stations.File(Calls.Stations));
        return new Trial(ationet, installation);
    }

    /// <summary>One life: it starts, takes so many calls, and is ended while more of them come.</summary>
    public async Task LiveAsync(int calls, Func<RunningProgram, Task> end)
    {
        var program = await Installation.StartAsync();
        await PostUntilAsync(calls, () => end(program));
    }

    /// <summary>Posts to the service that runs; when so many more calls are acknowledged, ends it while more of them come.</summary>
    public async Task PostUntilAsync(int calls, Func<Task> end)
    {
        var enough = Ledger.MoreAsync(calls);
        var posting = Senders.PostAsync(Installation, Ledger);
        await Task.WhenAny(enough, posting).WaitAsync(Deadline.OfMany);
        Assert.True(enough.IsCompleted, $"The service is gone too early.\n{Installation.Transcript}");
        await end();
        await posting;
    }

    /// <summary>Posts to the service that runs, until so many more calls are acknowledged, and leaves it running.</summary>
    public Task PostAsync(int calls) => PostWhileItRunsAsync(Ledger.MoreAsync(calls));

    /// <summary>Posts to the service that runs, until so many more calls are refused, or so many taken that something is wrong.</summary>
    public async Task PostInVainAsync(int calls, int mostTaken)
    {
        var before = Ledger.Acknowledged;
        await PostWhileItRunsAsync(Task.WhenAny(Ledger.MoreRefusedAsync(calls), Ledger.MoreAsync(mostTaken + 1)));
        Assert.InRange(Ledger.Acknowledged - before, 0, mostTaken);
    }

    /// <summary>Posts what is left, waits until nothing is open any more, and compares all books.</summary>
    public async Task SettleAsync()
    {
        await Senders.PostUnsentAsync(Installation, Ledger);
        await WaitUntilNothingIsOpenAsync();

        Assert.Empty(await MistakesAsync());
        Assert.Equal(Ledger.Made, Ledger.Acknowledged);
        Assert.Equal(Made(Calls.Invoice), Sorted(Ationet.Deliveries.Select(delivery => delivery.InvoiceNumber)));
        Assert.Equal(
            Made(Calls.Reading),
            Sorted(Ationet.Inventories.Select(it => $"{it.Terminal} {it.DateTime}").Distinct(StringComparer.Ordinal))
        );
        Assert.Empty(Ationet.Violations);
        Assert.Equal(
            "0|0\nok\n",
            await Installation.SqlAsync(
                """
                SELECT (SELECT count(*) FROM requests WHERE finished_at IS NULL),
                       (SELECT count(*) FROM terminals WHERE turn IS NOT NULL);
                PRAGMA integrity_check
                """
            )
        );
    }

    /// <summary>What was acknowledged and is not in the store byte for byte, and what is there twice.</summary>
    public async Task<IReadOnlyList<string>> MistakesAsync()
    {
        var mistakes = new List<string>(Ledger.Contradictions);
        var acknowledged = Ledger.BySeq();
        var newest = long.Parse(
            await Installation.SqlAsync("SELECT coalesce(max(seq), 0) FROM notifications"),
            CultureInfo.InvariantCulture
        );
        var found = new HashSet<long>();
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0L; from < newest; from += RowsALook)
        {
            foreach (var (seq, body) in await RowsAsync(from, from + RowsALook))
            {
                if (!bodies.Add(body))
                {
                    mistakes.Add($"what n{seq} brought is there twice");
                }
                if (acknowledged.TryGetValue(seq, out var number) && body == Convert.ToHexString(Calls.Of(number).Body))
                {
                    found.Add(seq);
                }
            }
        }
        mistakes.AddRange(
            acknowledged
                .Where(it => !found.Contains(it.Key))
                .Select(it => $"call {it.Value}, acknowledged as n{it.Key}, is not there")
        );
        return mistakes;
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        await Ationet.DisposeAsync();
    }

    private async Task<IEnumerable<(long Seq, string Body)>> RowsAsync(long from, long upTo)
    {
        var rows = await Installation.SqlAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"SELECT seq, hex(body) FROM notifications WHERE seq > {from} AND seq <= {upTo}"
            )
        );
        return rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split('|'))
            .Select(row => (long.Parse(row[0], CultureInfo.InvariantCulture), row[1]));
    }

    private async Task PostWhileItRunsAsync(Task enough)
    {
        using var stop = new CancellationTokenSource();
        var posting = Senders.PostAsync(Installation, Ledger, stop.Token);
        await Task.WhenAny(enough, posting).WaitAsync(Deadline.OfMany);
        await stop.CancelAsync();
        await posting;
        Assert.True(enough.IsCompleted, $"The service is gone too early.\n{Installation.Transcript}");
    }

    // Each look is a process of its own, so it needs no pause. However long it takes: only when nothing moves it has failed.
    private async Task WaitUntilNothingIsOpenAsync()
    {
        var last = "";
        var moved = Stopwatch.GetTimestamp();
        while (true)
        {
            var open = await Installation.SqlAsync(
                """
                SELECT (SELECT count(*) FROM notifications WHERE state IN ('pending', 'fetching')),
                       (SELECT count(*) FROM inserts WHERE state NOT IN ('accepted', 'accepted-with-warnings'))
                """
            );
            if (open == "0|0\n")
            {
                return;
            }
            moved = open == last ? moved : Stopwatch.GetTimestamp();
            last = open;
            Assert.True(
                Stopwatch.GetElapsedTime(moved) < Deadline.OfMany,
                $"Notifications and inserts that stay open: {open}\n{Installation.Transcript}"
            );
        }
    }

    private List<string> Made(Func<int, string?> part) =>
        Sorted(Enumerable.Range(0, Ledger.Made).Select(part).OfType<string>());

    private static List<string> Sorted(IEnumerable<string?> texts) =>
        [.. texts.OfType<string>().Order(StringComparer.Ordinal)];
}
