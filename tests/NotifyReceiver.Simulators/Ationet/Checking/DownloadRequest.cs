namespace NotifyReceiver.Simulators.Ationet.Checking;

internal sealed record DownloadRequest(
    string ActionCode,
    string SubscriberCode,
    string SiteCode,
    string DateFrom,
    string DateTo
)
{
    public InsertKind Kind => ActionCode == "981" ? InsertKind.Delivery : InsertKind.Inventory;

    public bool Covers(string terminal) => terminal.StartsWith(SubscriberCode, StringComparison.Ordinal);

    /// <summary>Dates compare as text: year first, all digits there.</summary>
    public bool Covers(InsertedRow row) =>
        Covers(row.Terminal)
        && string.CompareOrdinal(row.DateTime, DateFrom) >= 0
        && (DateTo.Length == 0 || string.CompareOrdinal(row.DateTime, DateTo) <= 0);
}
