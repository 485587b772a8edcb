using NotifyReceiver.Ationet.Rows;

namespace NotifyReceiver.Benchmarks.Draining;

/// <param name="Kind">What waits.</param>
/// <param name="Latency">How long the host lets each request wait.</param>
internal sealed record DrainCase(RowKind Kind, TimeSpan Latency)
{
    public static readonly IReadOnlyList<DrainCase> All =
    [
        new(RowKind.Delivery, TimeSpan.Zero),
        new(RowKind.Inventory, TimeSpan.Zero),
        new(RowKind.Delivery, TimeSpan.FromMilliseconds(5)),
        new(RowKind.Inventory, TimeSpan.FromMilliseconds(5)),
    ];

    public string Name =>
        (Kind == RowKind.Delivery ? "deliveries" : "inventories")
        + (Latency > TimeSpan.Zero ? $", {Latency.TotalMilliseconds:0} ms" : "");
}
