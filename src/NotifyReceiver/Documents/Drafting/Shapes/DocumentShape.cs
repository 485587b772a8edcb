using System.Xml.Linq;

namespace NotifyReceiver.Documents.Drafting.Shapes;

/// <summary>Every distinct path of a document, and what stands there.</summary>
internal sealed class DocumentShape
{
    // A document whose names are data, such as an object keyed by numbers, would have endlessly many.
    private const int MostSpots = 2000;

    private int _spots;

    private DocumentShape(Document document)
    {
        Root = new Spot(parent: null, document.Root.Name.LocalName);
        Visit(document.Root, Root, besideAnother: false);
        Words = All.SelectMany(spot => spot.Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public Spot Root { get; }

    /// <summary>In the order of the document, the root first.</summary>
    public IEnumerable<Spot> All => Below(Root).Prepend(Root);

    /// <summary>Whether it has more paths than these.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Those of all its names.</summary>
    public IReadOnlySet<string> Words { get; }

    public static DocumentShape Of(Document document) => new(document);

    public static IEnumerable<Spot> Below(Spot spot) => spot.Children.SelectMany(child => Below(child).Prepend(child));

    private void Visit(XElement element, Spot spot, bool besideAnother)
    {
        spot.See(besideAnother);
        foreach (var attribute in element.Attributes())
        {
            if (ChildOf(spot, "@" + attribute.Name.LocalName) is { } child)
            {
                child.See(besideAnother: false);
                child.SeeValue(attribute.Value);
            }
        }
        if (!element.HasElements)
        {
            spot.SeeValue(element.Value);
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var inner in element.Elements())
        {
            var isAnother = !seen.Add(inner.Name.LocalName);
            if (ChildOf(spot, inner.Name.LocalName) is { } child)
            {
                Visit(inner, child, isAnother);
            }
        }
    }

    private Spot? ChildOf(Spot spot, string name)
    {
        if (spot.Child(name) is { } known)
        {
            return known;
        }
        if (_spots == MostSpots)
        {
            IsCut = true;
            return null;
        }
        _spots++;
        return spot.AddChild(name);
    }
}
