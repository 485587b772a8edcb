namespace NotifyReceiver.Retention;

/// <summary>What a pass did, or would do.</summary>
/// <param name="Gone">Notifications that are gone, with all that came of them.</param>
/// <param name="Emptied">Notifications that stay without their bodies.</param>
/// <param name="BodyBytes">The size of the bodies of both.</param>
internal sealed record PruningCount(long Gone, long Emptied, long BodyBytes)
{
    public static readonly PruningCount None = new(0, 0, 0);

    public long All => Gone + Emptied;

    public PruningCount With(Pruned pruned, long bodyBytes) =>
        pruned switch
        {
            Pruned.Gone => this with { Gone = Gone + 1, BodyBytes = BodyBytes + bodyBytes },
            Pruned.Emptied => this with { Emptied = Emptied + 1, BodyBytes = BodyBytes + bodyBytes },
            _ => this,
        };

    public static PruningCount operator +(PruningCount one, PruningCount other)
    {
        return new(one.Gone + other.Gone, one.Emptied + other.Emptied, one.BodyBytes + other.BodyBytes);
    }
}
