using NotifyReceiver.Ationet.Downloads;
using NotifyReceiver.Inserts.Reconciling;

namespace NotifyReceiver.Cli.Reconciling;

/// <summary>Days by a station's clock, both meant.</summary>
internal sealed record Days(DateOnly From, DateOnly To)
{
    public DateTime Start => From.ToDateTime(TimeOnly.MinValue);

    /// <summary>The last second of the last day.</summary>
    public DateTime End => DownloadWindows.EndOf(To);

    /// <summary>A day more on either side: what a host has moved over the edge.</summary>
    public Days Around =>
        new(From == DateOnly.MinValue ? From : From.AddDays(-1), To == DateOnly.MaxValue ? To : To.AddDays(1));

    /// <summary>Whether a row is of these days, or does not say when it was.</summary>
    public bool Have(DownloadedRow row) => row.OccurredAt is not { } at || (Start <= at && at <= End);
}
