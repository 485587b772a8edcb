namespace NotifyReceiver.Sites;

/// <summary>A tank, by both names.</summary>
/// <param name="Id">Petrosoft's tank id.</param>
/// <param name="Number">ATIONET's tank number.</param>
/// <param name="Product">Petrosoft's id or description of the product that it holds; null when not told.</param>
/// <param name="Capacity">In the site's <c>from</c> volume unit; null when not told.</param>
internal sealed record Tank(string Id, string Number, string? Product, decimal? Capacity);
