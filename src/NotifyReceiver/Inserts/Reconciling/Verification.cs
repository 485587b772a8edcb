using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>Tells by what ATIONET lists whether it has a delivery of ours.</summary>
internal static class Verification
{
    /// <param name="asked">The delivery whose outcome is not known.</param>
    /// <param name="others">
    /// Other deliveries of its terminal near in time. Those that ATIONET accepted use up a row each before the one that is asked
    /// for gets any: of two that are alike in everything, two compartments of a truck, ATIONET must then have two. Those that it
    /// may have explain what is only similar. Any more in it, the one that is asked for among them, do not matter.
    /// </param>
    /// <param name="rows">What ATIONET has of that time, each row once (<see cref="JoinedRows"/>), of whatever terminals.</param>
    public static Verdict Of(OwnInsert asked, IReadOnlyList<OwnInsert> others, IReadOnlyList<DownloadedRow> rows)
    {
        var near = others.Where(other => other.Id != asked.Id).ToList();
        var accepted = near.FindAll(other => other.IsAccepted);
        var uncertain = near.FindAll(other => !other.IsAccepted && other.MayBeThere);
        var network = new RowsByTerminal(rows);
        var matching = new Matching([.. network.Of(asked.TerminalCode), .. network.Nobodys]);
        var shown = accepted.FindAll(matching.TryAdd);
        if (matching.TryAdd(asked))
        {
            return WhenThere(asked, uncertain, matching);
        }
        uncertain.ForEach(other => matching.TryAdd(other));
        var similar = matching
            .Left.Where(row => Resemblance.Of(asked, row) == Likeness.Similar)
            .Concat(rows.Where(row => IsSameElsewhere(asked, row)))
            .ToList();
        if (similar.Count > 0)
        {
            return new Verdict.Doubtful(Doubt.OfSimilar(asked, similar));
        }
        return accepted.Count > 0 && shown.Count == 0
            ? new Verdict.Doubtful(Doubt.OfWhatIsNotShown(asked, accepted))
            : new Verdict.Absent();
    }

    // The same in everything but the terminal: ATIONET may know the terminal by another name.
    private static bool IsSameElsewhere(OwnInsert asked, DownloadedRow row) =>
        row.TerminalCode is { } named
        && named != asked.TerminalCode
        && Resemblance.Of(asked with { TerminalCode = named }, row) == Likeness.Same;

    // What is being sent or looked up gets its own verdict later, against this one. What waits for an operator, or was dismissed
    // because the portal shows it, gets none: the row may be that one's.
    private static Verdict WhenThere(OwnInsert asked, IEnumerable<OwnInsert> uncertain, Matching matching)
    {
        var row = matching.RowOf(asked);
        foreach (var other in uncertain.Where(it => it.State is InsertState.Held or InsertState.Dismissed))
        {
            if (Resemblance.Of(other, row) == Likeness.Same && !matching.TryAdd(other))
            {
                return new Verdict.Doubtful(Doubt.OfOneForTwo(asked, other, row));
            }
        }
        return new Verdict.Found(matching.RowOf(asked));
    }
}
