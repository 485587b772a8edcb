using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Drafting.Shapes;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>Whether rows report deliveries or inventories, by the words in and around them.</summary>
internal static class KindGuess
{
    // What an element is called tells more than what else stands in it, and that more than what stands elsewhere.
    private const int OfTheName = 10;
    private const int OfTheContent = 2;

    private static readonly string[] DeliveryWords =
    [
        "invoice",
        "bol",
        "delivery",
        "supplier",
        "freight",
        "purchase",
        "load",
    ];

    private static readonly string[] InventoryWords =
    [
        "reading",
        "stick",
        "inventory",
        "ullage",
        "water",
        "height",
        "atg",
        "book",
    ];

    /// <summary>In doubt inventories: one too many only adds history, while a delivery adds fuel.</summary>
    public static RowKind Of(DocumentShape shape, Spot row)
    {
        IReadOnlyList<string> names = [.. row.Ancestors.Prepend(row).SelectMany(spot => spot.Words)];
        IReadOnlyList<string> content = [.. DocumentShape.Below(row).SelectMany(spot => spot.Words)];
        return Weigh(DeliveryWords) > Weigh(InventoryWords) ? RowKind.Delivery : RowKind.Inventory;

        int Weigh(string[] signs) =>
            (OfTheName * Occurring(signs, names))
            + (OfTheContent * Occurring(signs, content))
            + Occurring(signs, shape.Words);
    }

    private static int Occurring(string[] signs, IEnumerable<string> words) =>
        signs.Intersect(words, StringComparer.OrdinalIgnoreCase).Count();
}
