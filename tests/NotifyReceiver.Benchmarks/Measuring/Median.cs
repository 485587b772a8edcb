namespace NotifyReceiver.Benchmarks.Measuring;

internal static class Median
{
    /// <summary>The middle one, or halfway between the two in the middle.</summary>
    public static double Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
