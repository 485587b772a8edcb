using System.Text.Json;
using System.Xml.Linq;

namespace NotifyReceiver.Tests.Documents.Drafting;

/// <summary>Documents of any shape, the same ones for the same seed.</summary>
internal sealed class RandomDocuments(int seed)
{
    private const int Deepest = 5;
    private const int MostChildren = 4;

    // Those that mean something to XPath, to JSON, to the guesses or to nobody.
    private static readonly string[] Names =
    [
        "and",
        "or",
        "div",
        "mod",
        "not",
        "text",
        "node",
        "comment",
        "self",
        "Tank",
        "TankID",
        "Product",
        "Volume",
        "GrossVolume",
        "Date",
        "Time",
        "InvoiceNumber",
        "LocationID",
        "Reading",
        "a.b-c_d",
        "x1",
        "Größe",
        "燃料",
        "item",
    ];

    private static readonly string[] Values =
    [
        "",
        " ",
        "1",
        "4200.5",
        "2026-01-15",
        "2026-01-15T04:31:00-05:00",
        "21:58:30",
        "UNL87",
        "*/",
        "//",
        "\n\"x\": 1",
        "\u2028",
        "😀",
        "'\"\\",
    ];

    private readonly Random _random = new(seed);

    public string Xml() => Element(depth: 0).ToString(SaveOptions.DisableFormatting);

    public string Json() => OneIn(2) ? Array(depth: 0) : Object(depth: 0);

    private XElement Element(int depth)
    {
        var element = new XElement(Pick(Names));
        for (var i = Below(3); i > 0; i--)
        {
            element.SetAttributeValue(Pick(Names), Pick(Values));
        }
        var children = depth == Deepest ? 0 : Below(MostChildren + 1);
        for (var i = 0; i < children; i++)
        {
            element.Add(Element(depth + 1));
        }
        if (children == 0 || OneIn(5))
        {
            element.Add(Pick(Values));
        }
        return element;
    }

    private string Value(int depth) =>
        Below(5) switch
        {
            0 when depth < Deepest => Array(depth),
            1 when depth < Deepest => Object(depth),
            2 => "null",
            3 => "12.50",
            _ => Quoted(Pick(Values)),
        };

    private string Array(int depth)
    {
        var items = new List<string>();
        for (var i = Below(MostChildren); i > 0; i--)
        {
            items.Add(Value(depth + 1));
        }
        return $"[{string.Join(",", items)}]";
    }

    private string Object(int depth)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = Below(MostChildren + 1); i > 0; i--)
        {
            members[Pick(Names)] = Value(depth + 1);
        }
        return $"{{{string.Join(",", members.Select(member => $"{Quoted(member.Key)}:{member.Value}"))}}}";
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private string Pick(string[] from) => from[Below(from.Length)];

    private bool OneIn(int number) => Below(number) == 0;

#pragma warning disable CA5394 // The same documents are wanted every time, and no secret is made of them.
    private int Below(int limit) => _random.Next(limit);
#pragma warning restore CA5394
}
