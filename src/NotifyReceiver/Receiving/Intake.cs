using System.Numerics;
using NotifyReceiver.Listening;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Receiving;

/// <summary>
/// How much may be under way at once: calls, and bytes of their bodies in memory. What is beyond is turned away at once, so that
/// memory stays bounded whatever comes, and those who were let in are answered.
/// </summary>
internal sealed class Intake(DiskRoom disk, int mostCalls, long mostBytes)
{
    /// <summary>The writer relies on this: what waits for it has no other bound.</summary>
    public const int DefaultMostCalls = 4000;

    private const long DefaultMostBytes = 64 * 1024 * 1024;

    // What a pool lends comes in powers of two, and a body that outgrows one of them is for a moment in two: so two of the largest.
    private const long TimesTheLargest = 3;

    private int _calls;
    private long _bytes;

    /// <summary>Room for many calls of the usual size, and for a few of the largest.</summary>
    public static Intake For(DiskRoom disk, int maxBodyBytes) =>
        new(
            disk,
            DefaultMostCalls,
            Math.Max(DefaultMostBytes, TimesTheLargest * BitOperations.RoundUpToPowerOf2((uint)maxBodyBytes))
        );

    /// <summary>Lets one more call in; <see cref="Leave"/> ends it.</summary>
    /// <returns>Why not, if it is not let in.</returns>
    public Problem? Enter()
    {
        if (disk.IsLow)
        {
            return ReceivingProblems.DiskLow();
        }
        if (Interlocked.Increment(ref _calls) <= mostCalls)
        {
            return null;
        }
        Leave();
        return ReceivingProblems.Busy();
    }

    public void Leave() => Interlocked.Decrement(ref _calls);

    /// <summary>False when there is no room for so many more bytes; otherwise <see cref="GiveBack"/> ends it.</summary>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= mostBytes)
        {
            return true;
        }
        GiveBack(bytes);
        return false;
    }

    public void GiveBack(long bytes) => Interlocked.Add(ref _bytes, -bytes);
}
