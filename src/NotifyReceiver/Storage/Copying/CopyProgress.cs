namespace NotifyReceiver.Storage.Copying;

/// <summary>How far a copy is.</summary>
/// <param name="Remaining">Pages that are still to be copied.</param>
/// <param name="All">Pages in all.</param>
internal sealed record CopyProgress(int Remaining, int All)
{
    /// <summary>Whole percents.</summary>
    public int Percent => All == 0 ? 100 : (int)(100L * (All - Remaining) / All);
}
