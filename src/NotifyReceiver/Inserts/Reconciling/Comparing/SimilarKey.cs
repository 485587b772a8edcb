using NotifyReceiver.Ationet.Downloads;

namespace NotifyReceiver.Inserts.Reconciling.Comparing;

/// <summary>
/// Where a row is looked for that may be similar to an insert, so that not every row is compared with every insert: under its tank
/// and volume, with its invoice and without; and under its tank and minute, whatever its volume.
/// </summary>
/// <param name="Tank">Empty where the row names none.</param>
/// <param name="Volume">Its whole hundredths; null where it has none, and under a minute.</param>
/// <param name="Invoice">Empty where it has none; null where it does not matter.</param>
/// <param name="Minute">Null under a volume.</param>
internal readonly record struct SimilarKey(string Tank, decimal? Volume, string? Invoice, long? Minute)
{
    private const decimal Hundredth = 0.01m;

    public static IEnumerable<SimilarKey> Of(DownloadedRow row)
    {
        var tank = Code(row.TankNumber);
        yield return new(tank, Hundredths(row.Volume), Code(row.InvoiceNumber), Minute: null);
        yield return new(tank, Hundredths(row.Volume), Invoice: null, Minute: null);
        if (row.OccurredAt is { } at)
        {
            yield return new(tank, Volume: null, Invoice: null, MinuteOf(at));
        }
    }

    /// <summary>All under which a similar row may stand.</summary>
    public static IEnumerable<SimilarKey> Of(OwnInsert own)
    {
        var volume = Hundredths(own.Amount);
        string?[] invoices = [Code(own.InvoiceNumber), null];
        foreach (var tank in new[] { Code(own.TankNumber), "" })
        {
            foreach (var near in new[] { volume - Hundredth, volume, volume + Hundredth, null }.Distinct())
            {
                foreach (var invoice in invoices)
                {
                    yield return new(tank, near, invoice, Minute: null);
                }
            }
            if (own.Clock is { } at)
            {
                yield return new(tank, Volume: null, Invoice: null, MinuteOf(at));
            }
        }
    }

    // As Resemblance agrees on codes: without leading zeros, in whatever case.
    private static string Code(string? text) => text?.Trim().TrimStart('0').ToUpperInvariant() ?? "";

    private static decimal? Hundredths(decimal? volume) =>
        volume is { } it ? decimal.Round(it, 2, MidpointRounding.ToNegativeInfinity) : null;

    private static long MinuteOf(DateTime at) => at.Ticks / TimeSpan.TicksPerMinute;
}
