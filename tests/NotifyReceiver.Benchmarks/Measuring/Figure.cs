using System.Globalization;

namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>Figures as the tables show them.</summary>
internal static class Figure
{
    public static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Tenths(double value) => value.ToString("N1", CultureInfo.InvariantCulture);

    /// <summary>With two places, or with more where the first two are zeros.</summary>
    public static string Share(double value) =>
        value.ToString(value is > 0 and < 0.01 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>The median, and from which to which.</summary>
    public static string Shares(IReadOnlyList<double> values) =>
        $"{Share(Median.Of(values))} ({Share(values.Min())}-{Share(values.Max())})";

    public static string Megabytes(double bytes) => Tenths(bytes / (1 << 20));
}
