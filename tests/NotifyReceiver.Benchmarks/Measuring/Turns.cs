namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>What many sides took, each measured in each round, in turn.</summary>
internal sealed class Turns<TSide, TTurn>
    where TSide : class
{
    private readonly Dictionary<TSide, List<TTurn>> _turns = [];

    /// <param name="what">What is measured, for those who wait.</param>
    /// <param name="measure">Measures a side that is warm.</param>
    public static async Task<Turns<TSide, TTurn>> RunAsync(
        string what,
        int rounds,
        IReadOnlyList<TSide> sides,
        Func<TSide, Task<TTurn>> measure
    )
    {
        var turns = new Turns<TSide, TTurn>();
        foreach (var side in sides)
        {
            turns._turns[side] = [];
        }
        for (var round = 0; round < rounds; round++)
        {
            foreach (var side in sides)
            {
                turns._turns[side].Add(await measure(side));
            }
            Progress.TellRound(what, round + 1, rounds);
        }
        return turns;
    }

    public double Median(TSide side, Func<TTurn, double> figure) => Measuring.Median.Of(_turns[side].Select(figure));

    /// <summary>The figure of one side as a share of another's, round by round.</summary>
    public IReadOnlyList<double> Shares(TSide side, TSide of, Func<TTurn, double> figure) =>
        [.. _turns[side].Zip(_turns[of], (own, other) => figure(own) / figure(other))];
}
