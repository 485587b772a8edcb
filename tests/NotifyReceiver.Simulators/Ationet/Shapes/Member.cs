using System.Text.Json;

namespace NotifyReceiver.Simulators.Ationet.Shapes;

internal sealed record Member(string Name, Presence Presence, ValueRule Rule)
{
    public bool IsAlwaysThere => Presence is Presence.Required or Presence.Nullable;

    public void Check(JsonElement owner, string path, Problems problems)
    {
        var field = path.Length == 0 ? Name : $"{path}.{Name}";
        if (!owner.TryGetProperty(Name, out var value))
        {
            if (IsAlwaysThere)
            {
                problems.Add(field, "is missing");
            }

            return;
        }

        if (value.ValueKind is not JsonValueKind.Null)
        {
            Rule(value, field, problems);
        }
        else if (Presence is Presence.Required)
        {
            problems.Add(field, "must not be null");
        }
        else if (Presence is Presence.WhenSet)
        {
            problems.Add(field, "must be left out when it is not set, not null");
        }
    }
}
