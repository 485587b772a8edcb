using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>
/// Several downloads of overlapping times as one list, in which each row of ATIONET's stands once. A row lost here would be
/// inserted again, and one that stands twice would hide that another is missing.
/// </summary>
internal static class JoinedRows
{
    /// <summary>
    /// By ATIONET's id. Rows without one go by all that they say: as often as the download that has them most often, because one
    /// download may well have two that are alike, and two downloads more likely have the same row than two alike.
    /// </summary>
    public static IReadOnlyList<DownloadedRow> Of(IReadOnlyList<IReadOnlyList<DownloadedRow>> downloads)
    {
        var noIds = downloads.SelectMany(IdsOfSeveral).ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var most = new Dictionary<string, int>(StringComparer.Ordinal);
        var joined = new List<DownloadedRow>();
        foreach (var download in downloads)
        {
            var here = new Dictionary<string, int>(StringComparer.Ordinal);
            joined.AddRange(
                download.Where(row =>
                    row.Id is { } id && IsId(id) && !noIds.Contains(id) ? ids.Add(id) : IsOneMore(row.Json, here, most)
                )
            );
        }
        return joined;
    }

    private static bool IsOneMore(string json, Dictionary<string, int> here, Dictionary<string, int> most)
    {
        var count = here[json] = here.GetValueOrDefault(json) + 1;
        if (count <= most.GetValueOrDefault(json))
        {
            return false;
        }
        most[json] = count;
        return true;
    }

    private static bool IsId(string id) =>
        !string.IsNullOrWhiteSpace(id) && (!Guid.TryParse(id, out var it) || it != Guid.Empty);

    // What one answer calls several different rows names none of them.
    private static IEnumerable<string> IdsOfSeveral(IReadOnlyList<DownloadedRow> download) =>
        download
            .Where(row => row.Id is not null)
            .GroupBy(row => row.Id!, StringComparer.Ordinal)
            .Where(rows => rows.Any(row => row.Json != rows.First().Json))
            .Select(rows => rows.Key);
}
