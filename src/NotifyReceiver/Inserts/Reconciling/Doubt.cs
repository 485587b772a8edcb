using System.Globalization;
using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>What an operator reads where ATIONET's list leaves open whether it has a delivery.</summary>
internal static class Doubt
{
    public static string OfSimilar(OwnInsert asked, IReadOnlyList<DownloadedRow> similar)
    {
        var nearest = similar.MinBy(row => Distance(asked, row))!;
        var more = similar.Count > 1 ? $", and {similar.Count - 1} more like it" : "";
        return $"ATIONET has a delivery that may be this one and is not quite the same: {InWords(nearest)}{more}; {WhatToDo(asked)}";
    }

    public static string OfOneForTwo(OwnInsert asked, OwnInsert other, DownloadedRow row) =>
        $"ATIONET has {InWords(row)}, and that may be this one or {other.Id}, which is {other.State} and the same in everything; "
        + WhatToDo(asked);

    public static string OfWhatIsNotShown(OwnInsert asked, IReadOnlyList<OwnInsert> accepted) =>
        $"ATIONET does not list this delivery, but neither does it list {(accepted.Count == 1 ? "" : "any of ")}what it has accepted near it, "
        + $"such as {accepted.MinBy(other => Distance(asked, other.Clock))}; {WhatToDo(asked)}";

    /// <summary>A row of ATIONET's in words.</summary>
    public static string InWords(DownloadedRow row) =>
        $"delivery {row.Id ?? "without an id"} (tank {row.TankNumber ?? "-"}, product {row.ProductCode ?? row.FuelMasterCode ?? "-"}, "
        + $"{(row.OccurredAt is { } at ? WireText.Of(at) : "-")}, volume {row.Volume?.ToString(CultureInfo.InvariantCulture) ?? "-"}, "
        + $"invoice {row.InvoiceNumber ?? "-"})";

    private static string WhatToDo(OwnInsert asked) =>
        $"look in the portal, and dismiss {asked.Id} if it is there, or release {asked.Id} if it is not";

    private static TimeSpan Distance(OwnInsert asked, DownloadedRow row) => Distance(asked, row.OccurredAt);

    private static TimeSpan Distance(OwnInsert asked, DateTime? other) =>
        asked.Clock is { } ours && other is { } theirs ? (ours - theirs).Duration() : TimeSpan.MaxValue;
}
