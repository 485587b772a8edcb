using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling.Comparing;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>All that was asked for.</summary>
/// <param name="Sites">The stations in the order of their file.</param>
internal sealed record Report(Days Days, IReadOnlyList<Site> Sites, IReadOnlyList<Compared> Compared)
{
    public IEnumerable<Compared> Failed => Compared.Where(it => it.Failure is not null);

    public bool IsAsItShouldBe =>
        !Failed.Any() && Compared.SelectMany(it => it.Sites).All(it => it.Result.IsAsItShouldBe);

    /// <summary>What ATIONET lists under no station that can be told, and what is similar to nothing.</summary>
    public IEnumerable<DownloadedRow> Nobodys
    {
        get
        {
            var similar = Compared
                .SelectMany(it => it.Sites)
                .SelectMany(it => it.Result.Similar)
                .Select(it => it.Row)
                .ToHashSet(ReferenceEqualityComparer.Instance);
            return Compared.SelectMany(it => it.Nobodys).Where(row => !similar.Contains(row));
        }
    }

    /// <summary>What was compared of a station.</summary>
    public IReadOnlyList<(RowKind Kind, Reconciliation Result)> Of(Site site) =>
        [
            .. from compared in Compared
            from its in compared.Sites
            where its.Site == site
            select (compared.Kind, its.Result),
        ];
}
