using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NotifyReceiver.Documents;

/// <summary>XML without its dangers: no document type, so no entity is ever expanded or fetched.</summary>
internal static class XmlReading
{
    // Each is compared with those before it.
    private const int MostAttributes = 256;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    // Old systems still write windows-1252 and its kin.
    static XmlReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (Document? Document, string? Problem) Read(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            reader.MoveToContent();
            return (Document.Of(ReadTree(reader)), null);
        }
        catch (XmlException broken) when (broken.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return (
                null,
                "the XML has a document type declaration (DTD), which is refused because entities can be an attack"
            );
        }
        catch (XmlException broken)
        {
            return (null, $"the XML is broken: {broken.Message}");
        }
        catch (ArgumentException unknown) when (unknown is not ArgumentOutOfRangeException)
        {
            return (null, $"the XML is in an encoding that is not known here: {unknown.Message}");
        }
    }

    // By hand rather than by XDocument.Load: names lose their namespaces, and the depth is bounded, in one pass.
    private static XElement ReadTree(XmlReader reader)
    {
        var root = ReadElement(reader);
        var open = root;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    RefuseTooDeep(reader);
                    var element = ReadElement(reader);
                    open.Add(element);
                    open = reader.IsEmptyElement ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open.Parent ?? root;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }
        return root;
    }

    private static XElement ReadElement(XmlReader reader)
    {
        if (reader.AttributeCount > MostAttributes)
        {
            throw new XmlException($"an element has more than {MostAttributes} attributes at line {LineOf(reader)}");
        }
        var element = new XElement(reader.LocalName);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns" && element.Attribute(reader.LocalName) is null)
            {
                element.Add(new XAttribute(reader.LocalName, reader.Value));
            }
        }
        reader.MoveToElement();
        return element;
    }

    private static void RefuseTooDeep(XmlReader reader)
    {
        if (reader.Depth > DocumentReader.DeepestNesting)
        {
            throw new XmlException(
                $"it is nested deeper than {DocumentReader.DeepestNesting} levels at line {LineOf(reader)}"
            );
        }
    }

    private static int LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;
}
