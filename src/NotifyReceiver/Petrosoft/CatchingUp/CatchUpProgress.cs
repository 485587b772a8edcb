using System.Globalization;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>How far a run is; what it had been through before an interruption counts too.</summary>
/// <param name="Since">The first day that is looked at.</param>
/// <param name="Directories">How many there are since that day.</param>
/// <param name="DirectoriesDone">How many of those have been gone through.</param>
/// <param name="Known">Listed documents that were here already.</param>
/// <param name="TakenIn">Listed documents that are here now; in a dry run, that would be.</param>
/// <param name="Named">Listed documents that cannot be had now: each is named by a notification, and fetched by that.</param>
internal sealed record CatchUpProgress(
    string Location,
    string DocumentType,
    DateOnly Since,
    int Directories = 0,
    int DirectoriesDone = 0,
    int Known = 0,
    int TakenIn = 0,
    int Named = 0
)
{
    /// <summary>What could not be looked at, a line each.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    public int Listed => Known + TakenIn + Named;

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Location} {DocumentType} since {Since:yyyy-MM-dd}: {DirectoriesDone} of {Directories} directories, {Listed} documents, {Known} known, {TakenIn} taken in"
        )
        + (Named > 0 ? $", {Named} named and to be fetched again" : "")
        + (Failures.Count > 0 ? $", {Failures.Count} failed" : "");
}
