namespace NotifyReceiver.Documents.Drafting.Shapes;

/// <summary>One distinct path of a document: all the elements, or attributes, that stand there.</summary>
/// <param name="name">Of the element; of an attribute with an @ before it.</param>
internal sealed class Spot(Spot? parent, string name)
{
    private readonly List<Spot> _children = [];
    private readonly Dictionary<string, Spot> _byName = new(StringComparer.Ordinal);

    public Spot? Parent { get; } = parent;

    public string Name { get; } = name;

    public IReadOnlyList<Spot> Children => _children;

    /// <summary>How many there are in the document.</summary>
    public int Count { get; private set; }

    /// <summary>Whether several stand side by side.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>The first value that is not blank; null when all are.</summary>
    public string? Example { get; private set; }

    public IReadOnlySet<string> Words { get; } = Shapes.Words.In(name);

    public bool IsAttribute => Name[0] == '@';

    /// <summary>Whether it holds a value and no elements.</summary>
    public bool IsLeaf => Children.All(child => child.IsAttribute);

    /// <summary>The elements around it, beginning with the nearest.</summary>
    public IEnumerable<Spot> Ancestors
    {
        get
        {
            for (var above = Parent; above is not null; above = above.Parent)
            {
                yield return above;
            }
        }
    }

    public int Depth => Ancestors.Count();

    /// <summary>The way to it from another spot around it; from itself, a point.</summary>
    public string PathFrom(Spot start)
    {
        var steps = Ancestors.Prepend(this).TakeWhile(spot => spot != start).Select(spot => spot.Name).Reverse();
        return string.Join('/', steps) is { Length: > 0 } path ? path : ".";
    }

    public Spot? Child(string name) => _byName.GetValueOrDefault(name);

    public Spot AddChild(string name)
    {
        var child = new Spot(this, name);
        _children.Add(child);
        _byName.Add(name, child);
        return child;
    }

    public void See(bool besideAnother)
    {
        Count++;
        IsRepeated |= besideAnother;
    }

    public void SeeValue(string value)
    {
        if (Example is null && !string.IsNullOrWhiteSpace(value))
        {
            Example = value.Trim();
        }
    }
}
