using System.Globalization;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts.Reconciling.Comparing;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>What <c>reconcile</c> writes for people: counts of each station, and each row that differs.</summary>
internal static class ReportText
{
    public static void Write(Report report)
    {
        foreach (var site in report.Sites)
        {
            Write(site, report.Of(site));
        }
        var nobodys = report.Nobodys.ToList();
        if (nobodys.Count > 0)
        {
            Console.Out.WriteLine("Of no station that ATIONET tells, and so not counted:");
            DifferenceTable.Write(nobodys.Select(row => DifferenceTable.Line(row.Kind, "-", row)));
        }
    }

    private static void Write(Site site, IReadOnlyList<(RowKind Kind, Reconciliation Result)> compared)
    {
        if (compared.Count == 0)
        {
            return;
        }
        Console.Out.WriteLine(
            string.Join("  ", new[] { site.Location, site.Name, site.TerminalCode }.OfType<string>())
        );
        Output.WriteTable(
            ["KIND", "ACCEPTED", "THERE", "MATCHED", "MISSING", "EXTRA", "DOUBLED", "SIMILAR", "UNEXPECTED"],
            [.. compared.Select(it => Counts(it.Kind, it.Result))]
        );
        DifferenceTable.Write(compared.SelectMany(it => DifferenceTable.Lines(it.Kind, it.Result)));
        if (compared.Any(it => it is { Kind: RowKind.Inventory, Result.Doubled.Count: > 0 }))
        {
            Console.Out.WriteLine("A reading that ATIONET has twice is history, and no fault; --json names them.");
        }
        Console.Out.WriteLine();
    }

    private static IReadOnlyList<string> Counts(RowKind kind, Reconciliation result) =>
        [
            KindText.Of(kind),
            .. new[]
            {
                result.Accepted,
                result.There,
                result.Matched.Count,
                result.Missing.Count,
                result.Extra.Count,
                result.Doubled.Count,
                result.Similar.Count,
                result.Unexpected.Count,
            }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        ];
}
