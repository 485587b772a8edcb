using System.Xml.Linq;
using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Which elements of the document each become a row, and how their fields are filled.</summary>
internal sealed record RowRule(RowKind Kind, Selector Select, IReadOnlyDictionary<string, FieldRule> Fields)
{
    public IReadOnlyList<XElement> RowsOf(Document document) => Select.Elements(document.Root);
}
