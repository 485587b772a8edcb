using System.Xml.Linq;

namespace NotifyReceiver.Documents;

/// <summary>
/// A business document as a tree of elements without namespaces, whether it came as XML or as JSON. A JSON object's members
/// become elements of their names, an array becomes one element an item, all of the member's name.
/// </summary>
internal sealed record Document(XElement Root)
{
    /// <summary>The name of a JSON document's root element.</summary>
    public const string JsonRoot = "document";

    /// <summary>Puts the tree into a document node, without which a selector that begins with '/' finds nothing.</summary>
    public static Document Of(XElement root)
    {
        _ = new XDocument(root);
        return new Document(root);
    }
}
