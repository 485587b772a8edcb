using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>Pairs what is the same on both sides, and tells what is left.</summary>
/// <param name="Doubled">Rows that are the same as an insert that has its row already.</param>
internal sealed record SameRows(
    IReadOnlyList<Pair> Pairs,
    IReadOnlyList<Doubled> Doubled,
    IReadOnlyList<OwnInsert> LeftOfOurs,
    IReadOnlyList<DownloadedRow> LeftOfTheirs
)
{
    public static SameRows Of(IReadOnlyList<OwnInsert> ours, IReadOnlyList<DownloadedRow> theirs)
    {
        var (pairs, doubled) = (new List<Pair>(), new List<Doubled>());
        var (leftOfOurs, leftOfTheirs) = (new List<OwnInsert>(), new List<DownloadedRow>());
        // What is the same has the same tank and the same minute; so only that little is compared with each other.
        var rows = theirs.ToLookup(row => (row.TankNumber?.Trim() ?? "", Minute(row.OccurredAt)));
        var inserts = ours.ToLookup(own => (own.TankNumber.Trim(), Minute(own.Clock)));
        foreach (var place in rows.Select(it => it.Key).Union(inserts.Select(it => it.Key)))
        {
            var matching = new Matching([.. rows[place]]);
            leftOfOurs.AddRange(
                inserts[place].OrderBy(own => own.Claim).ToList().FindAll(own => !matching.TryAdd(own))
            );
            var here = matching.Pairs.Select(it => new Pair(it.Own, it.Row)).ToList();
            pairs.AddRange(here);
            foreach (var row in matching.Left)
            {
                if (here.Find(it => Resemblance.Of(it.Own, row) == Likeness.Same) is { } first)
                {
                    doubled.Add(new Doubled(first.Own, first.Row, row));
                }
                else
                {
                    leftOfTheirs.Add(row);
                }
            }
        }
        return new SameRows(pairs, doubled, leftOfOurs, leftOfTheirs);
    }

    private static long? Minute(DateTime? clock) => clock?.Ticks / TimeSpan.TicksPerMinute;
}
