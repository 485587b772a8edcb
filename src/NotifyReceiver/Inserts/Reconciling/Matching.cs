using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>
/// Gives each insert a row that is the same, and each row to one insert only. Which rows an insert may have differs from insert
/// to insert, by seconds or by the last decimal; so those that have one already are moved to others where that makes room.
/// </summary>
internal sealed class Matching(IReadOnlyList<DownloadedRow> rows)
{
    private const int Start = -1;

    private readonly OwnInsert?[] _owners = new OwnInsert?[rows.Count];

    /// <summary>The rows that no insert has.</summary>
    public IEnumerable<DownloadedRow> Left => rows.Where((_, row) => _owners[row] is null);

    public IEnumerable<(OwnInsert Own, DownloadedRow Row)> Pairs =>
        _owners.Select((own, row) => (own, row)).Where(it => it.own is not null).Select(it => (it.own!, rows[it.row]));

    /// <summary>The row that it has; it has been added.</summary>
    public DownloadedRow RowOf(OwnInsert own) => rows[Array.IndexOf(_owners, own)];

    /// <summary>Whether it gets a row; none that was added before loses its own.</summary>
    public bool TryAdd(OwnInsert own)
    {
        var cameFrom = new Dictionary<int, int>();
        var looking = new Queue<(OwnInsert Own, int Has)>([(own, Start)]);
        while (looking.TryDequeue(out var each))
        {
            foreach (var row in SameAs(each.Own).Where(row => cameFrom.TryAdd(row, each.Has)))
            {
                if (_owners[row] is not { } owner)
                {
                    MoveAlong(row, cameFrom, own);
                    return true;
                }
                looking.Enqueue((owner, row));
            }
        }
        return false;
    }

    private void MoveAlong(int free, Dictionary<int, int> cameFrom, OwnInsert added)
    {
        while (cameFrom[free] is var from and not Start)
        {
            _owners[free] = _owners[from];
            free = from;
        }
        _owners[free] = added;
    }

    // Those of the very second first: a row without seconds may be another's.
    private IEnumerable<int> SameAs(OwnInsert own) =>
        Enumerable
            .Range(0, rows.Count)
            .Where(row => Resemblance.Of(own, rows[row]) == Likeness.Same)
            .OrderBy(row => rows[row].OccurredAt?.Second != own.Clock?.Second);
}
