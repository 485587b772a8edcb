using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>One delivery or inventory that ATIONET has (Interface API, action codes 981 and 982).</summary>
/// <param name="Id">ATIONET's own id of it.</param>
/// <param name="TerminalCode">Null where ATIONET names none, as for what was entered by hand.</param>
/// <param name="ProductCode">The site's own code of the product.</param>
/// <param name="FuelMasterCode">ATIONET's general code of it.</param>
/// <param name="OccurredAt">CreatedDateTime or DateTime, a wall clock; null where it cannot be read.</param>
/// <param name="Volume">TotalVolume or Volume.</param>
/// <param name="Json">The row as it came.</param>
internal sealed record DownloadedRow(
    RowKind Kind,
    string? Id,
    string? TerminalCode,
    string? SiteCode,
    string? TankNumber,
    string? ProductCode,
    string? FuelMasterCode,
    DateTime? OccurredAt,
    decimal? Volume,
    string? InvoiceNumber,
    string Json
);
