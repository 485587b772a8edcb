namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>One turn of each side.</summary>
internal sealed record Round(Effort Yardstick, Effort Product)
{
    /// <summary>How long the yardstick took as a share of how long the product took: 1 is as fast as the yardstick.</summary>
    public double Ratio => Yardstick.Elapsed / Product.Elapsed;
}
