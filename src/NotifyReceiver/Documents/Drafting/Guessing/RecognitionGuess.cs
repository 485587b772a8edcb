using NotifyReceiver.Documents.Drafting.Shapes;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>What tells this kind of document from others that have the same root.</summary>
internal static class RecognitionGuess
{
    private const int MostMembers = 5;
    private const int MostOfRow = 3;

    /// <summary>A condition that is true of the document; null when there is none but the root.</summary>
    public static string? Of(Document document, DocumentShape shape, RowGuess row)
    {
        string[] signs =
            document.Root.Name.LocalName == Document.JsonRoot
                ? [.. Members(shape, row.Row), .. Rows(shape, row)]
                : [.. AroundRows(shape, row.Row)];
        var condition = string.Join(" and ", signs);
        return
            signs.Length > 0
            && Selector.Parse(condition).Selector?.IsTrue(new Place(document.Root, new Effort())) == true
            ? condition
            : null;
    }

    // Every JSON document has the same root, so its own members have to tell it.
    private static IEnumerable<string> Members(DocumentShape shape, Spot row) =>
        shape
            .Root.Children.Where(child => child != row && !row.Ancestors.Contains(child))
            .Select(child => child.Name)
            .Take(MostMembers);

    private static IReadOnlyList<string> Rows(DocumentShape shape, RowGuess row)
    {
        IReadOnlyList<string> held =
        [
            .. MeasureGuess
                .Of(row.Kind, RowLeaf.Inside(row.Row).Where(leaf => leaf.Example is not null))
                .Values.Select(leaf => leaf.Selector)
                .Take(MostOfRow),
        ];
        if (row.Row == shape.Root)
        {
            return held;
        }
        var select = row.Select(shape);
        return [held.Count == 0 ? select : $"{select}[{string.Join(" and ", held)}]"];
    }

    // A list of nothing is still that kind of document; a list of something else is not.
    private static string[] AroundRows(DocumentShape shape, Spot row)
    {
        if (row.Parent is not { } around)
        {
            return [];
        }
        return [around == shape.Root ? row.Name : $"{around.PathFrom(shape.Root)}[{row.Name} or not(*)]"];
    }
}
