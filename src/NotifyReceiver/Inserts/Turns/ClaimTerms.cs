using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Turns;

/// <summary>What may be claimed, and how.</summary>
/// <param name="IsDryRun">Whether there is no host. What was converted for one waits for it, and the other way round.</param>
/// <param name="MaySend">Whether anything may be sent now.</param>
/// <param name="MayLook">Whether ATIONET may be asked now for what it has.</param>
/// <param name="LooksFirst">Whether looking comes before sending, where there is both to do.</param>
/// <param name="WhyNoLooks">Why it cannot be asked at all, so that a person must look; null when it can.</param>
/// <param name="Address">Where requests are sent; null in a dry run, where nothing leaves.</param>
/// <param name="Together">How many of a kind may share a request.</param>
/// <param name="BodyOf">Makes the body from the kind and the rows. What is kept is what is sent.</param>
internal sealed record ClaimTerms(
    bool IsDryRun,
    bool MaySend,
    bool MayLook,
    bool LooksFirst,
    string? WhyNoLooks,
    string? Address,
    Func<RowKind, int> Together,
    Func<RowKind, IReadOnlyList<string>, string> BodyOf
);
