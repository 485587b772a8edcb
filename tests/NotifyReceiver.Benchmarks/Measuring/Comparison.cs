namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>A yardstick and a product, measured in turn.</summary>
internal sealed record Comparison(IReadOnlyList<Round> Rounds)
{
    /// <summary>The sides take turns, round by round, so that a machine that slows down slows down both.</summary>
    /// <param name="what">What is measured, for those who wait.</param>
    public static async Task<Comparison> RunAsync(
        string what,
        int rounds,
        Func<Task<Effort>> yardstick,
        Func<Task<Effort>> product
    )
    {
        var done = new List<Round>();
        for (var round = 0; round < rounds; round++)
        {
            done.Add(new Round(await yardstick(), await product()));
            Progress.TellRound(what, done.Count, rounds);
        }
        return new Comparison(done);
    }

    public double Median(Func<Round, double> figure) => Measuring.Median.Of(Rounds.Select(figure));
}
