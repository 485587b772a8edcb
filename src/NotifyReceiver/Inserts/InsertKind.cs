using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Inserts;

/// <summary>The words for the kinds in the database and to people.</summary>
internal static class InsertKind
{
    public const string Delivery = "delivery";
    public const string Inventory = "inventory";

    public static string Of(RowKind kind) => kind == RowKind.Delivery ? Delivery : Inventory;

    public static RowKind Parse(string kind) => kind == Delivery ? RowKind.Delivery : RowKind.Inventory;
}
