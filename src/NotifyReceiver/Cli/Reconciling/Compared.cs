using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Reconciling.Comparing;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>One kind of one network, compared station by station; or why it was not.</summary>
/// <param name="Nobodys">What ATIONET has of these days under no terminal, and under no site of a terminal.</param>
/// <param name="Failure">Null when it was compared.</param>
/// <param name="IsUnreachable">Whether ATIONET was never asked.</param>
internal sealed record Compared(
    RowKind Kind,
    Network Network,
    IReadOnlyList<Compared.AtSite> Sites,
    IReadOnlyList<DownloadedRow> Nobodys,
    string? Failure = null,
    bool IsUnreachable = false
)
{
    public static async Task<Compared> OfAsync(RowKind kind, NetworkDownload download, ReconcileQueries inserts)
    {
        var network = download.Network;
        var before = network.Sites.SelectMany(site => Ours(site, kind, download.Days, inserts));
        var accepted = before.Where(own => own.IsAccepted).Select(own => own.Id).ToHashSet();
        switch (await download.GetAsync(kind))
        {
            case Download.Rows rows:
                var theirs = new RowsByTerminal(rows.All);
                var compared = network.Sites.Select(site => new AtSite(
                    site,
                    Reconciliation
                        .Between(
                            [.. Ours(site, kind, download.Days, inserts).Select(own => WhileAsking(own, accepted))],
                            theirs.Of(site.TerminalCode),
                            theirs.Nobodys
                        )
                        .Within(download.Days.Start, download.Days.End)
                ));
                return new Compared(kind, network, [.. compared], [.. theirs.Nobodys.Where(download.Days.Have)]);
            case Download.CredentialsRefused refused:
                var user = $"{network.Destination.Section}:Download:UserName";
                return new Compared(kind, network, [], [], $"ATIONET refuses {user}: {refused.Detail}");
            case Download.Failed failed:
                return new Compared(kind, network, [], [], failed.Detail, failed.Unreachable);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is not handled");
        }
    }

    public override string ToString() => $"{Network}: {KindText.Of(Kind)} were not compared: {Failure}";

    private static IReadOnlyList<OwnInsert> Ours(Site site, RowKind kind, Days days, ReconcileQueries inserts) =>
        inserts.Between(site.TerminalCode, kind, days.Around.Start, days.Around.End);

    // What was accepted only while ATIONET was being asked may be in the answer or not.
    private static OwnInsert WhileAsking(OwnInsert own, HashSet<InsertId> acceptedBefore) =>
        own.IsAccepted && !acceptedBefore.Contains(own.Id) ? own with { State = InsertState.Sending } : own;

    /// <summary>What the outbox and ATIONET have of one station.</summary>
    internal sealed record AtSite(Site Site, Reconciliation Result);
}
