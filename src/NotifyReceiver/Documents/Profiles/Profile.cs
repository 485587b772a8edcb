namespace NotifyReceiver.Documents.Profiles;

/// <summary>How one kind of document is recognised, and where its values stand in it.</summary>
/// <param name="Root">The name of the root element.</param>
/// <param name="Has">What else must be there; null when the root is enough.</param>
/// <param name="Location">Where Petrosoft's location id stands.</param>
internal sealed record Profile(string Name, string Root, Selector? Has, FieldRule Location, IReadOnlyList<RowRule> Rows)
{
    public bool Recognises(Document document) =>
        document.Root.Name.LocalName == Root && (Has is null || Has.IsTrue(document.Root));
}
