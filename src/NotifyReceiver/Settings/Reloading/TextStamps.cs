namespace NotifyReceiver.Settings.Reloading;

/// <summary>How a place looks from outside, without a file being opened.</summary>
internal sealed record TextStamps(IReadOnlyList<FileStamp> Files, bool IsThere, string? Problem)
{
    // File systems keep times by ticks of some milliseconds, some of them by two seconds.
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);

    public bool IsSameAs(TextStamps other) =>
        IsThere == other.IsThere && Problem == other.Problem && Files.SequenceEqual(other.Files);

    /// <summary>Whether the next write is sure to show: one within the same tick of the clock leaves time and length as they are.</summary>
    public bool IsSettledAt(DateTimeOffset now) => Files.All(file => file.WrittenUtc < now.UtcDateTime - Tick);
}
