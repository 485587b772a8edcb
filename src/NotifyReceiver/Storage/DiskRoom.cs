using NotifyReceiver.Storage.Space;

namespace NotifyReceiver.Storage;

/// <summary>
/// Whether the disk has room for more calls. A reserve is kept for what was taken already: what ATIONET answered to a delivery must be
/// written down, or nobody would know.
/// </summary>
internal sealed class DiskRoom(StorageOptions options, TimeProvider clock)
{
    // Looking takes a system call; a disk does not fill up much faster.
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(250);

    private long _lookedAt = clock.GetTimestamp() - clock.TimestampFrequency;
    private long _free = long.MaxValue;

    /// <summary>Whether so little is free that nothing more should be taken.</summary>
    public bool IsLow => options.MinFreeBytes > 0 && FreeBytes() < options.MinFreeBytes;

    /// <summary>What is low, in words; null when nothing is.</summary>
    public string? Shortage =>
        IsLow
            ? $"the disk of Receiver:DataDirectory '{options.DataDirectory}' has {FreeBytes()} bytes free, and "
                + $"{options.MinFreeBytes} are kept for what was taken already (Receiver:MinFreeBytes): make room"
            : null;

    private long FreeBytes()
    {
        var looked = Interlocked.Read(ref _lookedAt);
        if (
            clock.GetElapsedTime(looked) >= Fresh
            && Interlocked.CompareExchange(ref _lookedAt, clock.GetTimestamp(), looked) == looked
        )
        {
            // A disk that cannot be asked is not full: the writer will tell.
            Interlocked.Exchange(ref _free, DiskSpace.FreeAt(options.DataDirectory) ?? long.MaxValue);
        }
        return Interlocked.Read(ref _free);
    }
}
