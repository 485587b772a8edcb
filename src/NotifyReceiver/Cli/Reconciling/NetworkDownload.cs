using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>Asks ATIONET for all that it has of a network in some days, in pieces, and tells on the way how far it is.</summary>
internal sealed class NetworkDownload(
    DownloadClient client,
    AtionetOptions options,
    Network network,
    Days days,
    ProgressLine progress
)
{
    private const int PiecesBetweenLines = 10;

    public Network Network => network;

    public Days Days => days;

    /// <returns>What there is, each row once; or what came in place of the first piece that did not come.</returns>
    public async Task<Download> GetAsync(RowKind kind)
    {
        var windows = DownloadWindows.Over(days.From, days.To, DaysOfPiece(kind));
        var pieces = new List<IReadOnlyList<DownloadedRow>>();
        var sites = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var (from, to) in windows)
        {
            var request = new DownloadRequest(kind, network.Code, from, to);
            var download = await client.DownloadAsync(kind, request.ToJson(options.SystemModel, options.SystemVersion));
            if (download is not Download.Rows rows)
            {
                return download;
            }
            pieces.Add([.. rows.All.Where(row => IsOfInterest(row) || sites.Add(row.SiteCode))]);
            progress.Show(
                $"{KindText.Of(kind)} of network {network.Code}: {pieces.Count} of {windows.Count} downloads, {pieces.Sum(piece => piece.Count)} rows",
                pieces.Count % PiecesBetweenLines == 0
            );
        }
        return new Download.Rows(JoinedRows.Of(pieces));
    }

    // A network may have hundreds of stations, each with a reading every few minutes.
    private static int DaysOfPiece(RowKind kind) => kind == RowKind.Delivery ? 7 : 1;

    // Of other stations one row is enough: it tells whose the rows are that name a site alone.
    private bool IsOfInterest(DownloadedRow row) =>
        string.IsNullOrWhiteSpace(row.TerminalCode)
        || network.Sites.Any(site =>
            site.TerminalCode.Equals(row.TerminalCode.Trim(), StringComparison.OrdinalIgnoreCase)
        );
}
