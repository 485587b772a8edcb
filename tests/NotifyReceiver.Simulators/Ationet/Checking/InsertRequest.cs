using System.Text.Json;

namespace NotifyReceiver.Simulators.Ationet.Checking;

internal sealed record InsertRequest(string ActionCode, string Terminal, IReadOnlyList<JsonElement> Rows)
{
    public InsertKind Kind => ActionCode == "701" ? InsertKind.Delivery : InsertKind.Inventory;

    public IReadOnlyList<string> Tanks => [.. Rows.Select(row => row.GetProperty("TankNumber").GetString()!)];
}
