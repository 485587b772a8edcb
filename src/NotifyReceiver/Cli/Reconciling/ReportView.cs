using System.Globalization;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Reconciling.Comparing;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>What <c>reconcile --json</c> writes.</summary>
internal static class ReportView
{
    public static object Of(Report report) =>
        new
        {
            from = $"{report.Days.From:O}",
            to = $"{report.Days.To:O}",
            isAsItShouldBe = report.IsAsItShouldBe,
            failures = report.Failed.Select(failed => failed.ToString()),
            sites = report.Sites.Select(site => Of(site, report.Of(site))),
            ofNoSite = report.Nobodys.Select(Of),
        };

    private static object Of(Site site, IReadOnlyList<(RowKind Kind, Reconciliation Result)> compared) =>
        new
        {
            location = site.Location,
            name = site.Name,
            terminalCode = site.TerminalCode,
            deliveries = Of(RowKind.Delivery, compared),
            inventories = Of(RowKind.Inventory, compared),
        };

    // Null where they were not compared.
    private static object? Of(RowKind kind, IReadOnlyList<(RowKind Kind, Reconciliation Result)> compared) =>
        compared.Where(it => it.Kind == kind).Select(it => Of(it.Result)).FirstOrDefault();

    private static object Of(Reconciliation result) =>
        new
        {
            isAsItShouldBe = result.IsAsItShouldBe,
            accepted = result.Accepted,
            there = result.There,
            matched = result.Matched.Count,
            missing = result.Missing.Select(Of),
            extra = result.Extra.Select(Of),
            doubled = result.Doubled.Select(it => new
            {
                insert = Of(it.Own),
                row = Of(it.First),
                again = Of(it.Again),
            }),
            similar = result.Similar.Select(Of),
            unexpected = result.Unexpected.Select(Of),
        };

    private static object Of(Pair pair) => new { insert = Of(pair.Own), row = Of(pair.Row) };

    private static object Of(OwnInsert own) =>
        new
        {
            id = own.Id.ToString(),
            state = own.State,
            tankNumber = own.TankNumber,
            productCode = own.ProductCode,
            dateTime = own.OccurredAt,
            volume = own.Volume,
            invoiceNumber = own.InvoiceNumber,
        };

    private static object Of(DownloadedRow row) =>
        new
        {
            id = row.Id,
            terminalCode = row.TerminalCode,
            siteCode = row.SiteCode,
            tankNumber = row.TankNumber,
            productCode = row.ProductCode,
            fuelMasterCode = row.FuelMasterCode,
            dateTime = row.OccurredAt is { } at ? WireText.Of(at) : null,
            volume = row.Volume?.ToString(CultureInfo.InvariantCulture),
            invoiceNumber = row.InvoiceNumber,
        };
}
