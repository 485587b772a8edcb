using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts.Reconciling;

/// <summary>
/// Compares an insert of ours with a row that ATIONET has. ATIONET keeps no key of ours, so what they say is all there is. Of a
/// delivery, Same where it is another's loses it, Other where it is ours doubles it, and Similar costs an operator a look; so
/// Same wants everything equal, and Other something that no host alters.
/// </summary>
internal static class Resemblance
{
    // Ours have three decimals. ATIONET's numbers have ten characters, and in its other tables two decimals.
    private const decimal Rounding = 0.01m;

    // A host that keeps whole units alone.
    private const decimal WholeUnit = 1m;

    public static Likeness Of(OwnInsert own, DownloadedRow row)
    {
        if (own.Kind != row.Kind)
        {
            return Likeness.Other;
        }
        if (IsSame(own, row))
        {
            return Likeness.Same;
        }
        return own.Kind == RowKind.Delivery && IsSimilar(own, row) ? Likeness.Similar : Likeness.Other;
    }

    /// <summary>To the second; or to the minute where the row has no seconds, because a host may keep minutes alone.</summary>
    public static bool IsSameTime(OwnInsert own, DownloadedRow row) =>
        own.Clock is { } ours
        && row.OccurredAt is { } theirs
        && Minute(ours) == Minute(theirs)
        && (theirs.Second == 0 || theirs.Second == ours.Second);

    private static bool IsSame(OwnInsert own, DownloadedRow row) =>
        IsSameText(own.TankNumber, row.TankNumber)
        && IsSameTime(own, row)
        && IsSameText(own.TerminalCode, row.TerminalCode)
        && (IsSameText(own.ProductCode, row.ProductCode) || IsSameText(own.ProductCode, row.FuelMasterCode))
        && own.Amount is null == row.Volume is null
        && IsWithin(Rounding, own, row)
        && (own.Kind == RowKind.Inventory || IsSameText(own.InvoiceNumber, row.InvoiceNumber));

    // Equal shares of one line go into several tanks, so another tank is another delivery; a tank holds one product, so another
    // product at the same second is a matter of naming.
    private static bool IsSimilar(OwnInsert own, DownloadedRow row) =>
        Agree(own.TankNumber, row.TankNumber)
        && Agree(own.TerminalCode, row.TerminalCode)
        && Agree(own.InvoiceNumber, row.InvoiceNumber)
        && (
            IsWithin(Rounding, own, row) && AgreeOnProduct(own, row)
            || IsSameTime(own, row) && IsWithin(WholeUnit, own, row)
        );

    // Where the site's own code is missing, the general one may be another word for ours.
    private static bool AgreeOnProduct(OwnInsert own, DownloadedRow row) =>
        Agree(own.ProductCode, row.ProductCode) || IsSameText(own.ProductCode, row.FuelMasterCode);

    private static bool IsWithin(decimal most, OwnInsert own, DownloadedRow row) =>
        own.Amount is not { } ours || row.Volume is not { } theirs || (ours - most <= theirs && theirs <= ours + most);

    private static bool IsSameText(string? ours, string? theirs) => Bare(ours) == Bare(theirs);

    // What is missing does not disagree. Hosts read codes as numbers, or write them in capitals.
    private static bool Agree(string? ours, string? theirs) =>
        Bare(ours).Length == 0
        || Bare(theirs).Length == 0
        || Bare(ours).TrimStart('0').Equals(Bare(theirs).TrimStart('0'), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string? text) => text?.Trim() ?? "";

    private static long Minute(DateTime clock) => clock.Ticks / TimeSpan.TicksPerMinute;
}
