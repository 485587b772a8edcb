using System.Collections;
using System.Globalization;
using System.Xml.Linq;
using System.Xml.XPath;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>An XPath 1.0 expression over a document's tree; names have no namespaces there.</summary>
internal sealed record Selector
{
    private Selector(string xpath) => XPath = xpath;

    public string XPath { get; }

    /// <summary>The selector, or why this is none.</summary>
    public static (Selector? Selector, string? Problem) Parse(string xpath)
    {
        try
        {
            // A trial, because a prefix or an unknown function is only found out when the expression runs.
            _ = new XDocument(new XElement("trial")).Root!.XPathEvaluate(xpath);
            return (new Selector(xpath), null);
        }
        catch (XPathException broken)
        {
            return (null, $"'{xpath}' is not an XPath 1.0 expression: {broken.Message}");
        }
    }

    /// <summary>The value, trimmed; blank ones count as none. Several that differ leave open which one counts.</summary>
    public Found Value(XElement context)
    {
        var values = Values(context)
            .Select(value => value.Trim())
            .Where(value => value.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return values switch
        {
            [] => Found.Nothing,
            [var only] => new Found(only),
            [var one, var other, ..] => new Found(
                Text: null,
                $"there are several that differ, '{one}' and '{other}', and which one counts is not told"
            ),
        };
    }

    public IReadOnlyList<XElement> Elements(XElement context) =>
        context.XPathEvaluate(XPath) is IEnumerable nodes and not string ? [.. nodes.OfType<XElement>()] : [];

    public bool IsTrue(XElement context) => context.XPathEvaluate($"boolean({XPath})") is true;

    private IEnumerable<string> Values(XElement context) =>
        context.XPathEvaluate(XPath) switch
        {
            string text => [text],
            IEnumerable nodes => nodes.Cast<object>().Select(TextOf),
            var other => [Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""],
        };

    private static string TextOf(object node) =>
        node switch
        {
            XElement element => element.Value,
            XAttribute attribute => attribute.Value,
            XText text => text.Value,
            _ => "",
        };
}
