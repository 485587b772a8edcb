using NotifyReceiver.Benchmarks.Growing;
using NotifyReceiver.Benchmarks.Measuring;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Benchmarks.Starting;

/// <summary>How soon a start is over.</summary>
internal static class Start
{
    public static readonly Benchmark Benchmark = new(
        "start",
        """
        the published program, from its start to the first call that is answered as stored, over TLS; FIRST with nothing there, so that it
        makes a certificate and a database; AGAIN on those. LATE is not compiled ahead of time (PublishReadyToRun=false). SHARE is its
        time / that of the program as it is published. RSS is what it holds a second later.
        """,
        RunAsync
    );

    private static async Task<Table> RunAsync(Scale scale)
    {
        using var directory = new TemporaryDirectory();
        using var history = scale.Stored > 0 ? await FilledFile.FillAsync(scale.Stored, copies: 1) : null;
        var usual = await Publishing.PublishAsync(directory.File("usual"));
        var late = await Publishing.PublishAsync(directory.File("late"), "-p:PublishReadyToRun=false");
        var served = directory.File("served");
        history?.CopyTo(served);
        await StartTurn.TakeAsync(usual, served);
        await StartTurn.TakeAsync(late, served);
        var known = history is null ? "again" : $"again, {Figure.Whole(history.Rows)} stored";
        Case[] cases =
        [
            new("first", usual, Served: null),
            new("first, late", late, Served: null),
            new(known, usual, served),
            new($"{known}, late", late, served),
        ];
        var firsts = 0;
        var turns = await Turns<Case, StartTurn>.RunAsync(
            "starts",
            scale.Rounds,
            cases,
            it => StartTurn.TakeAsync(it.Program, it.Served ?? directory.File($"first-{firsts++}"))
        );
        var table = new Table("START", "LISTENS ms", "STORED ms", "SHARE", "RSS MB");
        foreach (var it in cases)
        {
            var other = cases.First(that => that.Served == it.Served && that.Program == usual);
            table.Add(
                it.Name,
                Figure.Whole(turns.Median(it, turn => turn.Listening.TotalMilliseconds)),
                Figure.Whole(turns.Median(it, turn => turn.Stored.TotalMilliseconds)),
                Figure.Shares(turns.Shares(it, other, turn => turn.Stored.TotalMilliseconds)),
                Figure.Megabytes(turns.Median(it, turn => turn.Idle))
            );
        }
        return table;
    }

    /// <param name="Served">The data directory of earlier starts; null is a new one each time.</param>
    private sealed record Case(string Name, string Program, string? Served);
}
