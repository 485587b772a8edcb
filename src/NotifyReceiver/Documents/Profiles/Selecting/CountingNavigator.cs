using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace NotifyReceiver.Documents.Profiles.Selecting;

/// <summary>Walks a document for the framework's XPath and counts each step, and each character of a text that is asked for.</summary>
internal sealed class CountingNavigator(XPathNavigator inner, Effort effort) : XPathNavigator
{
    private const int SiblingsAStep = 16;

    public override XmlNameTable NameTable => inner.NameTable;
    public override XPathNodeType NodeType => inner.NodeType;
    public override string LocalName => inner.LocalName;
    public override string Name => inner.Name;
    public override string NamespaceURI => inner.NamespaceURI;
    public override string Prefix => inner.Prefix;
    public override string BaseURI => inner.BaseURI;
    public override bool IsEmptyElement => inner.IsEmptyElement;
    public override object? UnderlyingObject => inner.UnderlyingObject;

    public override string Value =>
        inner.UnderlyingObject is XContainer container ? TextIn(container) : Counted(inner.Value);

    public override XPathNavigator Clone()
    {
        effort.Spend(1);
        return new CountingNavigator(inner.Clone(), effort);
    }

    public override bool IsSamePosition(XPathNavigator other) =>
        Counted(inner.IsSamePosition(other is CountingNavigator counting ? counting.Inner : other));

    public override bool MoveTo(XPathNavigator other) =>
        Counted(inner.MoveTo(other is CountingNavigator counting ? counting.Inner : other));

    public override bool MoveToFirstAttribute() => Counted(inner.MoveToFirstAttribute());

    public override bool MoveToFirstChild() => Counted(inner.MoveToFirstChild());

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) =>
        Counted(inner.MoveToFirstNamespace(namespaceScope));

    public override bool MoveToId(string id) => Counted(inner.MoveToId(id));

    public override bool MoveToNext() => Counted(inner.MoveToNext());

    public override bool MoveToNextAttribute() => Counted(inner.MoveToNextAttribute());

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) =>
        Counted(inner.MoveToNextNamespace(namespaceScope));

    public override bool MoveToParent() => Counted(inner.MoveToParent());

    // A tree knows only what comes next, so that the way back is gone again from the first child.
    public override bool MoveToPrevious()
    {
        if (inner.UnderlyingObject is XNode { Parent: { } parent } node)
        {
            effort.Spend(parent.Nodes().TakeWhile(before => before != node).Count() / SiblingsAStep);
        }
        return Counted(inner.MoveToPrevious());
    }

    public override void MoveToRoot()
    {
        effort.Spend(1);
        inner.MoveToRoot();
    }

    private XPathNavigator Inner => inner;

    private string TextIn(XContainer container)
    {
        var text = new StringBuilder();
        foreach (var node in container.DescendantNodes())
        {
            effort.Spend(1);
            if (node is XText part)
            {
                text.Append(Counted(part.Value));
            }
        }
        return text.ToString();
    }

    private string Counted(string text)
    {
        effort.Spend(1 + text.Length);
        return text;
    }

    private bool Counted(bool result)
    {
        effort.Spend(1);
        return result;
    }
}
