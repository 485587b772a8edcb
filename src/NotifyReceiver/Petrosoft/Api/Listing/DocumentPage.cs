namespace NotifyReceiver.Petrosoft.Api.Listing;

/// <param name="Total">The host's totalCount; null when it tells none.</param>
internal sealed record DocumentPage(IReadOnlyList<ListedDocument> Documents, long? Total)
{
    public static readonly DocumentPage Empty = new([], Total: null);
}
