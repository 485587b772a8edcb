using System.Globalization;
using System.Runtime.InteropServices;

namespace NotifyReceiver.Benchmarks.Measuring;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
#if DEBUG
    private const string Configuration = "Debug: the figures say nothing";
#else
    private const string Configuration = "Release";
#endif

    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):0.0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Configuration}"
        );
}
