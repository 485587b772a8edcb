using System.Text.Json;

namespace NotifyReceiver.Simulators.Ationet.Shapes;

/// <summary>Reports what is wrong with a value that is there and not null.</summary>
internal delegate void ValueRule(JsonElement value, string field, Problems problems);
