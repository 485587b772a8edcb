using System.Text.Json;

namespace NotifyReceiver.Notifications.Shapes;

/// <summary>Looks for members of JSON that may not be there, nor be what they should.</summary>
internal static class JsonMembers
{
    /// <summary>The member at the end of this path of names; null when there is none.</summary>
    public static JsonElement? At(this JsonElement value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return null;
            }
        }
        return value;
    }

    /// <summary>The same where it is a text; null otherwise.</summary>
    public static string? Text(this JsonElement value, params ReadOnlySpan<string> names) =>
        value.At(names) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
