using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>By what a kind of document is told from others: all that is given must hold.</summary>
/// <param name="Root">The name of the root element.</param>
/// <param name="Has">What must be there.</param>
/// <param name="DocumentType">Petrosoft's document type that it was obtained under.</param>
/// <param name="Path">The path that it was obtained under.</param>
internal sealed record Recognition(string? Root, Selector? Has, string? DocumentType, Glob? Path)
{
    /// <summary>Why it is not this kind of document; null when it is.</summary>
    public string? WhyNot(Place root, DocumentSource source)
    {
        var name = root.Element.Name.LocalName;
        if (Root is not null && name != Root)
        {
            return $"its root is {PlainLine.Quote(name)}, not '{Root}'";
        }
        if (DocumentType is not null && source.DocumentType != DocumentType)
        {
            return $"it was obtained {As("document type", source.DocumentType)}, not as '{DocumentType}'";
        }
        if (Path is not null && (source.Path is null || !Path.Matches(source.Path)))
        {
            return $"it was obtained {As("path", source.Path)}, which is not '{Path.Pattern}'";
        }
        return Has is not null && !Has.IsTrue(root) ? $"it does not have {Has.XPath}" : null;
    }

    /// <summary>What held, in words.</summary>
    public string Why() =>
        string.Join(
            ", ",
            new[]
            {
                Root is null ? null : $"its root is '{Root}'",
                DocumentType is null ? null : $"its document type is '{DocumentType}'",
                Path is null ? null : $"its path is like '{Path.Pattern}'",
                Has is null ? null : $"it has {Has.XPath}",
            }.OfType<string>()
        );

    private static string As(string what, string? value) =>
        value is null ? $"without a {what}" : $"as {what} {PlainLine.Quote(value)}";
}
