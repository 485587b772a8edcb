using System.Globalization;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Reconciling;
using NotifyReceiver.Inserts.Reconciling.Comparing;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>The rows that differ, one or two lines each: what was inserted, and below it what ATIONET has.</summary>
internal static class DifferenceTable
{
    private const string None = "-";

    // In the first column of a line that belongs to the one above it.
    private const string Below = "";

    private static readonly string[] Head =
    [
        "WHAT",
        "KIND",
        "INSERT",
        "STATE",
        "TANK",
        "PRODUCT",
        "DATE-TIME",
        "VOLUME",
        "INVOICE",
        "ATIONET'S ID",
    ];

    public static void Write(IEnumerable<IReadOnlyList<string>> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            Output.WriteTable(Head, all);
        }
    }

    /// <summary>All that differs but repeated readings, which may be many and are no fault.</summary>
    public static IEnumerable<IReadOnlyList<string>> Lines(RowKind kind, Reconciliation result) =>
        [
            .. result.Missing.Select(own => Line("missing", own, None)),
            .. result.Extra.Select(row => Line(kind, "extra", row)),
            .. result
                .Doubled.Where(_ => kind == RowKind.Delivery)
                .SelectMany(it => new[] { Line("doubled", it.Own, it.First.Id), Line(kind, Below, it.Again) }),
            .. result.Similar.SelectMany(it => new[] { Line("similar", it.Own, None), Line(kind, Below, it.Row) }),
            .. result.Unexpected.Select(it => Line("unexpected", it.Own, it.Row.Id)),
        ];

    /// <summary>A row of ATIONET's.</summary>
    public static IReadOnlyList<string> Line(RowKind kind, string what, DownloadedRow row) =>
        [
            what,
            InsertKind.Of(kind),
            None,
            None,
            Cell(row.TankNumber),
            Cell(row.ProductCode ?? row.FuelMasterCode),
            row.OccurredAt is { } at ? WireText.Of(at) : None,
            Cell(row.Volume?.ToString(CultureInfo.InvariantCulture)),
            Cell(row.InvoiceNumber),
            Cell(row.Id),
        ];

    private static IReadOnlyList<string> Line(string what, OwnInsert own, string? id) =>
        [
            what,
            InsertKind.Of(own.Kind),
            own.Id.ToString(),
            own.State,
            own.TankNumber,
            own.ProductCode,
            own.OccurredAt,
            Cell(own.Volume),
            Cell(own.InvoiceNumber),
            Cell(id),
        ];

    private static string Cell(string? text) => text is null ? None : PlainLine.Of(text);
}
