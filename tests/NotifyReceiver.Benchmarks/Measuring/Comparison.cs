namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>A yardstick and a product, measured in turn.</summary>
internal sealed record Comparison(IReadOnlyList<Round> Rounds)
{
    /// <summary>The sides take turns, round by round, so that a machine that slows down slows down both.</summary>
    public static async Task<Comparison> RunAsync(int rounds, Func<Task<Effort>> yardstick, Func<Task<Effort>> product)
    {
        var done = new List<Round>();
        for (var round = 0; round < rounds; round++)
        {
            done.Add(new Round(await yardstick(), await product()));
        }
        return new Comparison(done);
    }

    public double Median(Func<Round, double> figure) => Measuring.Median.Of(Rounds.Select(figure));
}
