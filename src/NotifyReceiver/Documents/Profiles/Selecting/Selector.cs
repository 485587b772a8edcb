using System.Globalization;
using System.Xml.Linq;
using System.Xml.XPath;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles.Selecting;

/// <summary>An XPath 1.0 expression over a document's tree; names have no namespaces there.</summary>
internal sealed class Selector
{
    private const int Longest = 1000;

    private readonly XPathExpression _expression;

    private Selector(XPathExpression expression) => _expression = expression;

    public string XPath => _expression.Expression;

    /// <summary>The selector, or why this is none.</summary>
    public static (Selector? Selector, string? Problem) Parse(string xpath)
    {
        if (xpath.Length > Longest)
        {
            return (null, $"is an expression of {xpath.Length} characters; {Longest} are the most");
        }
        try
        {
            var selector = new Selector(XPathExpression.Compile(xpath));
            // A trial, because a prefix or an unknown function is only found out when the expression runs.
            _ = selector.IsTrue(new Place(new XDocument(new XElement("trial")).Root!, new Effort()));
            return (selector, null);
        }
        // A function such as id() needs what our trees do not have.
        catch (Exception broken) when (broken is XPathException or NotSupportedException)
        {
            return (null, $"'{xpath}' is not an XPath 1.0 expression: {broken.Message}");
        }
    }

    /// <summary>The value, trimmed; blank ones count as none. Several that differ leave open which one counts.</summary>
    public Found Value(Place place)
    {
        var values = Values(place).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return values switch
        {
            [] => Found.Nothing,
            [var only] => Found.Of(only),
            [var one, var other, ..] => Found.Unclear(
                $"there are several that differ, {PlainLine.Quote(one)} and {PlainLine.Quote(other)}, and which one counts is not told"
            ),
        };
    }

    /// <summary>All values, trimmed and not blank.</summary>
    public IEnumerable<string> Values(Place place) =>
        Texts(place).Select(value => value.Trim()).Where(value => value.Length > 0);

    public IEnumerable<Place> Elements(Place place) =>
        Evaluate(place) is XPathNodeIterator nodes
            ? nodes
                .Cast<XPathNavigator>()
                .Select(node => node.UnderlyingObject)
                .OfType<XElement>()
                .Select(element => place with { Element = element })
            : [];

    /// <summary>As XPath's own <c>boolean()</c> has it.</summary>
    public bool IsTrue(Place place) =>
        Evaluate(place) switch
        {
            bool truth => truth,
            double number => number is not 0 && !double.IsNaN(number),
            string text => text.Length > 0,
            XPathNodeIterator nodes => nodes.MoveNext(),
            _ => false,
        };

    private IEnumerable<string> Texts(Place place) =>
        Evaluate(place) switch
        {
            string text => [text],
            XPathNodeIterator nodes => nodes.Cast<XPathNavigator>().Select(node => node.Value),
            var other => [Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""],
        };

    private object Evaluate(Place place) =>
        new CountingNavigator(place.Element.CreateNavigator(), place.Effort).Evaluate(_expression);
}
