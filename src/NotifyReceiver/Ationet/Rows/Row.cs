using System.Text.Json;

namespace NotifyReceiver.Ationet.Rows;

/// <summary>One row of <c>Trama</c>: the fields that have a value, in the text that goes over the wire.</summary>
internal sealed record Row(RowKind Kind, IReadOnlyDictionary<string, string> Values)
{
    public string? this[string field] => Values.GetValueOrDefault(field);

    /// <summary>When it happened, by the site's wall clock.</summary>
    public string? OccurredAt => this[Kind == RowKind.Delivery ? "CreatedDateTime" : "DateTime"];

    public string? Volume => this[Kind == RowKind.Delivery ? "TotalVolume" : "Volume"];

    /// <summary>The JSON object as it is sent, ASCII alone. The row has passed <see cref="RowCheck"/>.</summary>
    public string ToJson() => AsciiJson.Write(Write);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Row FromJson(RowKind kind, string json)
    {
        using var document = JsonDocument.Parse(json);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in FieldTable.Of(kind))
        {
            var parent = field.Parent is null ? document.RootElement : Member(document.RootElement, field.Parent);
            if (Member(parent, field.Member) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value)
            {
                values[field.Name] = field.IsNumber ? value.GetRawText() : value.GetString()!;
            }
        }
        return new Row(kind, values);
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        string? parent = null;
        foreach (var field in FieldTable.Of(Kind).Where(field => field.AlwaysSent || this[field.Name] is not null))
        {
            if (field.Parent != parent)
            {
                MoveInto(writer, field.Parent, parent);
                parent = field.Parent;
            }
            WriteField(writer, field, this[field.Name]);
        }
        MoveInto(writer, parent: null, parent);
        writer.WriteEndObject();
    }

    private static void MoveInto(Utf8JsonWriter writer, string? parent, string? outOf)
    {
        if (outOf is not null)
        {
            writer.WriteEndObject();
        }
        if (parent is not null)
        {
            writer.WriteStartObject(parent);
        }
    }

    private static void WriteField(Utf8JsonWriter writer, Field field, string? value)
    {
        writer.WritePropertyName(field.Member);
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else if (field.IsNumber)
        {
            writer.WriteRawValue(value);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}
