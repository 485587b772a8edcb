namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>A run that is under way, or goes on after an interruption.</summary>
/// <param name="StartedAt">When it began at first: up to then it will have seen everything.</param>
/// <param name="Seen">The paths that it had been through when it was interrupted, and whether each was taken in.</param>
internal sealed record CatchUpRun(long Seq, DateTimeOffset StartedAt, IReadOnlyDictionary<string, bool> Seen)
{
    public static CatchUpRun OfDryRun(DateTimeOffset now) =>
        new(0, now, new Dictionary<string, bool>(StringComparer.Ordinal));
}
