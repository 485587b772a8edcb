using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>What the outbox and ATIONET have of one terminal and one kind, side by side.</summary>
/// <param name="Matched">Accepted, and there.</param>
/// <param name="Missing">Accepted, and not there.</param>
/// <param name="Extra">There, and none of ours.</param>
/// <param name="Doubled">There once more than in the outbox.</param>
/// <param name="Similar">Not there, and something that may be it is. Deliveries alone.</param>
/// <param name="Unexpected">There, though its state does not say so.</param>
internal sealed record Reconciliation(
    IReadOnlyList<Pair> Matched,
    IReadOnlyList<OwnInsert> Missing,
    IReadOnlyList<DownloadedRow> Extra,
    IReadOnlyList<Doubled> Doubled,
    IReadOnlyList<Pair> Similar,
    IReadOnlyList<Pair> Unexpected
)
{
    /// <summary>How many ATIONET has accepted.</summary>
    public int Accepted => Matched.Count + Missing.Count + Similar.Count(it => it.Own.IsAccepted);

    /// <summary>How many rows ATIONET has.</summary>
    public int There => Matched.Count + Extra.Count + Doubled.Count + Similar.Count + Unexpected.Count;

    /// <summary>
    /// Whether nobody need look. Not what passes by itself: a delivery that is being sent or looked up; a reading that is there
    /// and is sent again, or is there twice, which is history and no fuel; and what an operator has dismissed, as is done with
    /// what the portal shows.
    /// </summary>
    public bool IsAsItShouldBe =>
        Missing.Count == 0
        && Extra.Count == 0
        && Doubled.All(it => it.Own.Kind == RowKind.Inventory)
        && Similar.All(it => it.Own.State == InsertState.Dismissed)
        && Unexpected.All(it => PassesByItself(it.Own));

    /// <param name="ours">Inserts of one terminal and kind, in whatever state.</param>
    /// <param name="theirs">What ATIONET has of that terminal and kind, each row once.</param>
    /// <param name="nobodys">What may be of that terminal or of another: it may be similar, and is never extra.</param>
    public static Reconciliation Between(
        IReadOnlyList<OwnInsert> ours,
        IReadOnlyList<DownloadedRow> theirs,
        params IReadOnlyList<DownloadedRow> nobodys
    )
    {
        var same = SameRows.Of(ours, theirs);
        var similar = SimilarRows.Of(same.LeftOfOurs, [.. same.LeftOfTheirs, .. nobodys]);
        var paired = similar.Select(it => it.Own.Id).ToHashSet();
        var taken = similar.Select(it => it.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        return new Reconciliation(
            [.. same.Pairs.Where(it => it.Own.IsAccepted)],
            [.. same.LeftOfOurs.Where(own => own.IsAccepted && !paired.Contains(own.Id))],
            [.. same.LeftOfTheirs.Where(row => !taken.Contains(row))],
            same.Doubled,
            similar,
            [.. same.Pairs.Where(it => !it.Own.IsAccepted)]
        );
    }

    /// <summary>
    /// What of it lies between two wall clocks, both meant. Compare more than that and cut it down: what a host has moved over the
    /// edge is still found to be similar. A row without a time is kept.
    /// </summary>
    public Reconciliation Within(DateTime from, DateTime to)
    {
        return new Reconciliation(
            [.. Matched.Where(it => IsOwnWithin(it.Own))],
            [.. Missing.Where(IsOwnWithin)],
            [.. Extra.Where(IsRowWithin)],
            [.. Doubled.Where(it => IsRowWithin(it.Again))],
            [.. Similar.Where(it => IsOwnWithin(it.Own) || IsRowWithin(it.Row))],
            [.. Unexpected.Where(it => IsOwnWithin(it.Own))]
        );

        bool IsOwnWithin(OwnInsert own) => own.Clock is not { } at || (from <= at && at <= to);
        bool IsRowWithin(DownloadedRow row) => row.OccurredAt is not { } at || (from <= at && at <= to);
    }

    private static bool PassesByItself(OwnInsert own) =>
        own.State is InsertState.Sending or InsertState.Verifying or InsertState.Dismissed
        || (own.State == InsertState.Pending && own.Kind == RowKind.Inventory);
}
