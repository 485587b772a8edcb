using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>Pairs what is only similar on both sides: what has the same invoice before what has the same time.</summary>
internal static class SimilarRows
{
    // Deliveries of one tank and one volume on either side of a date that are looked at. No host moves a date past more of them.
    private const int Neighbours = 8;

    public static IReadOnlyList<Pair> Of(IReadOnlyList<OwnInsert> ours, IReadOnlyList<DownloadedRow> theirs)
    {
        var index = theirs
            .SelectMany(row => SimilarKey.Of(row).Select(key => (key, row)))
            .GroupBy(it => it.key, it => it.row)
            .ToDictionary(rows => rows.Key, rows => rows.OrderBy(TimeOf).ToArray());
        var candidates =
            from own in ours
            from key in SimilarKey.Of(own)
            where index.ContainsKey(key)
            from row in Near(index[key], own.Clock ?? DateTime.MaxValue)
            where Resemblance.Of(own, row) == Likeness.Similar
            orderby own.Claim, !HasItsInvoice(own, row), Gap(own, row)
            select new Pair(own, row);
        var paired = new HashSet<InsertId>();
        var taken = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pairs = new List<Pair>();
        foreach (var pair in candidates.Where(it => !paired.Contains(it.Own.Id) && !taken.Contains(it.Row)))
        {
            paired.Add(pair.Own.Id);
            taken.Add(pair.Row);
            pairs.Add(pair);
        }
        return pairs;
    }

    private static ArraySegment<DownloadedRow> Near(DownloadedRow[] rows, DateTime clock)
    {
        var place = FirstFrom(rows, clock);
        var first = Math.Max(0, place - Neighbours);
        return new ArraySegment<DownloadedRow>(rows, first, Math.Min(rows.Length, place + Neighbours) - first);
    }

    private static int FirstFrom(DownloadedRow[] rows, DateTime clock)
    {
        var (from, to) = (0, rows.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = TimeOf(rows[middle]) < clock ? (middle + 1, to) : (from, middle);
        }
        return from;
    }

    private static DateTime TimeOf(DownloadedRow row) => row.OccurredAt ?? DateTime.MaxValue;

    private static bool HasItsInvoice(OwnInsert own, DownloadedRow row) =>
        !string.IsNullOrWhiteSpace(own.InvoiceNumber) && !string.IsNullOrWhiteSpace(row.InvoiceNumber);

    private static TimeSpan Gap(OwnInsert own, DownloadedRow row) =>
        own.Clock is { } ours && row.OccurredAt is { } theirs ? (ours - theirs).Duration() : TimeSpan.MaxValue;
}
