using System.Globalization;

namespace NotifyReceiver.Ationet.Rows;

/// <summary>Holds a row against the specification's tables before anything is sent.</summary>
internal static class RowCheck
{
    /// <summary>Every mistake, each beginning with the field's name; empty when the row may be sent.</summary>
    public static IReadOnlyList<string> Mistakes(Row row)
    {
        var fields = FieldTable.Of(row.Kind);
        var unknown = row.Values.Keys.Except(fields.Select(field => field.Name), StringComparer.Ordinal);
        return
        [
            .. unknown.Select(name => $"{name}: is not a field of {Article(row.Kind)}"),
            .. fields.Select(field => Mistake(field, row[field.Name])).OfType<string>(),
            .. IncompleteGps(row, fields),
        ];
    }

    private static string? Mistake(Field field, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return field.Required ? $"{field.Name}: is required and has no value" : null;
        }
        if (value.Length > field.Size)
        {
            return $"{field.Name}: '{value}' has {value.Length} characters; ATIONET takes {field.Size} at most";
        }
        return field.Type switch
        {
            FieldType.Text => value.Trim() == value ? null : $"{field.Name}: '{value}' begins or ends with a space",
            FieldType.DateTime => WireText.TryParse(value, out _)
                ? null
                : $"{field.Name}: '{value}' is not a date-time like 2026/01/15 04:31:00",
            _ when !IsPlainNumber(value) => $"{field.Name}: '{value}' is not a plain decimal number",
            _ when field.Name == "TotalVolume" && value[0] == '-' =>
                $"{field.Name}: '{value}' is below zero; ATIONET has no way to take a delivery back",
            _ => null,
        };
    }

    // "If you have a value for the initial latitude, the values for the end and the date must be present": all or none.
    private static IEnumerable<string> IncompleteGps(Row row, IReadOnlyList<Field> fields)
    {
        var gps = fields.Where(field => field.Parent == FieldTable.Gps).ToList();
        return gps.Exists(field => row[field.Name] is not null)
            ? gps.Where(field => row[field.Name] is null)
                .Select(field => $"{field.Name}: is required because another value of {FieldTable.Gps} is there")
            : [];
    }

    private static bool IsPlainNumber(string value) =>
        char.IsAsciiDigit(value[^1])
        && decimal.TryParse(
            value,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        )
        && value[0] is not ('+' or '.');

    private static string Article(RowKind kind) => kind == RowKind.Delivery ? "a delivery" : "an inventory";
}
