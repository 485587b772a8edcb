using System.Diagnostics;

namespace NotifyReceiver.Storage.Proving;

/// <summary>How long this disk takes to say that it has something: the floor below every commit.</summary>
/// <param name="Median">Of many appends of one page, each synced.</param>
/// <param name="Slowest1Percent">So long or longer took one in a hundred.</param>
internal sealed record DiskSyncs(int Count, TimeSpan Median, TimeSpan Slowest1Percent, TimeSpan Worst)
{
    private const int PageBytes = 4096;

    // No disk with moving parts and no network answers so soon; nor do most that really keep it.
    private static readonly TimeSpan TooGood = TimeSpan.FromMilliseconds(0.02);

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(20);

    /// <summary>How many commits a second such syncs allow at most; many calls share one.</summary>
    public double CommitsASecond => 1 / Math.Max(Median.TotalSeconds, 1e-9);

    /// <summary>What it means, for the operator.</summary>
    public string Meaning =>
        Median switch
        {
            var median when median < TooGood =>
                "faster than almost any disk keeps anything: memory, or a cache that answers first; after a power cut it may be gone",
            var median when median > Slow =>
                "slow: a disk with moving parts, a network, or a busy machine; calls wait for it",
            _ => "what a solid-state disk or a battery-backed cache takes; a cache without a battery looks the same",
        };

    /// <exception cref="IOException">The directory cannot be written.</exception>
    public static DiskSyncs Measure(string directory, int count)
    {
        var page = new byte[PageBytes];
        var took = new List<TimeSpan>(count);
        using var file = new FileStream(Path.Combine(directory, "syncs"), FileMode.CreateNew);
        for (var written = 0; written < count; written++)
        {
            file.Write(page);
            file.Flush();
            var began = Stopwatch.GetTimestamp();
            RandomAccess.FlushToDisk(file.SafeFileHandle);
            took.Add(Stopwatch.GetElapsedTime(began));
        }
        took.Sort();
        return new DiskSyncs(count, took[count / 2], took[count * 99 / 100], took[^1]);
    }
}
