using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents;

/// <summary>JSON as the same kind of tree. Numbers keep the digits that they were written with.</summary>
internal static class JsonReading
{
    private const string ItemOfNestedArray = "item";

    // A name that stands there twice leaves open which one counts, and a volume must not depend on that.
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = DocumentReader.DeepestNesting,
        AllowDuplicateProperties = false,
    };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static (Document? Document, string? Problem) Read(byte[] body)
    {
        var start = body.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            using var json = JsonDocument.Parse(body.AsMemory(start), Options);
            var root = new XElement(Document.JsonRoot);
            if (json.RootElement.ValueKind == JsonValueKind.Array)
            {
                AddMember(root, ItemOfNestedArray, json.RootElement);
            }
            else
            {
                Fill(root, json.RootElement);
            }
            return (Document.Of(root), null);
        }
        catch (JsonException broken)
        {
            return (null, $"the JSON is broken: {JsonMistake.Of(broken)}");
        }
        catch (InvalidOperationException broken)
        {
            return (null, $"the JSON is broken: {broken.Message}");
        }
    }

    private static void Fill(XElement element, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    AddMember(element, member.Name, member.Value);
                }
                break;
            case JsonValueKind.Array:
                AddMember(element, ItemOfNestedArray, value);
                break;
            case JsonValueKind.Null:
                break;
            case JsonValueKind.String:
                element.Add(new XText(WithoutControls(value.GetString()!)));
                break;
            default:
                element.Add(new XText(value.GetRawText()));
                break;
        }
    }

    private static void AddMember(XElement parent, string name, JsonElement value)
    {
        foreach (
            var item in value.ValueKind == JsonValueKind.Array
                ? [.. value.EnumerateArray()]
                : new List<JsonElement> { value }
        )
        {
            var element = new XElement(XmlConvert.EncodeLocalName(name.Length == 0 ? "_" : name));
            Fill(element, item);
            parent.Add(element);
        }
    }

    // JSON may hold characters that XML cannot, and that no field of ATIONET's wants.
    private static string WithoutControls(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : new string([.. text.Where(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))]);
}
