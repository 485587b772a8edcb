namespace NotifyReceiver.Sites;

/// <summary>A product, by both names.</summary>
/// <param name="Id">Petrosoft's product id.</param>
/// <param name="Description">Petrosoft's description, for documents that have no id.</param>
/// <param name="Code">ATIONET's product code; text, so that leading zeros stay.</param>
internal sealed record Product(string? Id, string? Description, string Code)
{
    /// <summary>People type descriptions: case and the amount of white space do not count.</summary>
    public bool IsDescribedAs(string description) =>
        Description is not null
        && string.Equals(Collapse(Description), Collapse(description), StringComparison.OrdinalIgnoreCase);

    private static string Collapse(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
