using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Cli.Reconciling;

internal static class KindText
{
    public static string Of(RowKind kind) => kind == RowKind.Delivery ? "deliveries" : "inventories";
}
