namespace NotifyReceiver.Documents.Profiles;

/// <summary>What a rule found in a document: a text, nothing, or several that differ, of which none may be taken.</summary>
internal readonly record struct Found(string? Text, string? Problem = null)
{
    public static readonly Found Nothing = new(Text: null);

    public bool IsNothing => Text is null && Problem is null;
}
