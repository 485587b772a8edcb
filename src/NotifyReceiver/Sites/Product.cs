namespace NotifyReceiver.Sites;

/// <summary>A product, by both names.</summary>
/// <param name="Id">Petrosoft's product id.</param>
/// <param name="Code">ATIONET's product code; text, so that leading zeros stay.</param>
internal sealed record Product(string Id, string Code);
