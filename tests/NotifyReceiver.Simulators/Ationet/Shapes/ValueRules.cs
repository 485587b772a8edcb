using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Answering;

namespace NotifyReceiver.Simulators.Ationet.Shapes;

internal static class ValueRules
{
    private const int LongestNumber = 10;

    /// <summary>ATIONET's "A/N n": at most n characters, not padded.</summary>
    public static ValueRule Text(int longest) =>
        (value, field, problems) =>
        {
            if (IsText(value, field, problems, out var text))
            {
                CheckLength(text, longest, field, problems, AtionetCodes.InvalidRequest);
            }
        };

    /// <summary>The same, and not empty. The code is for a text that is there but cannot be right.</summary>
    public static ValueRule FilledText(int longest, string code = AtionetCodes.InvalidRequest) =>
        (value, field, problems) =>
        {
            if (!IsText(value, field, problems, out var text))
            {
                return;
            }

            if (text.Length == 0)
            {
                problems.Add(field, "is empty", code);
            }

            CheckLength(text, longest, field, problems, code);
        };

    public static ValueRule OneOf(string code, params IReadOnlyList<string> allowed) =>
        (value, field, problems) =>
        {
            if (IsText(value, field, problems, out var text) && !allowed.Contains(text, StringComparer.Ordinal))
            {
                problems.Add(field, $"is '{text}', must be {string.Join(" or ", allowed)}", code);
            }
        };

    /// <summary>ATIONET's "N 10": ten characters as written, with sign and point, and no exponent.</summary>
    public static void Number(JsonElement value, string field, Problems problems)
    {
        if (value.ValueKind is not JsonValueKind.Number)
        {
            problems.Add(field, $"must be a number, is {value.ValueKind}");
            return;
        }

        var written = value.GetRawText();
        if (written.Contains('e', StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(field, $"is {written}: an exponent is not allowed");
        }
        else if (written.Length > LongestNumber)
        {
            problems.Add(field, $"is {written}: {written.Length} characters, at most {LongestNumber} are allowed");
        }
    }

    public static void Date(JsonElement value, string field, Problems problems) =>
        Date(AtionetCodes.InvalidRequest)(value, field, problems);

    public static ValueRule Date(string code) =>
        (value, field, problems) =>
        {
            if (IsText(value, field, problems, out var text) && !IsDate(text))
            {
                problems.Add(field, $"is '{text}', must be a date as yyyy/MM/dd HH:mm:ss", code);
            }
        };

    public static bool IsText(JsonElement value, string field, Problems problems, [NotNullWhen(true)] out string? text)
    {
        text = value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        if (text is null)
        {
            problems.Add(field, $"must be a string, is {value.ValueKind}");
        }

        return text is not null;
    }

    private static bool IsDate(string text) =>
        text.Length == 19
        && DateTime.TryParseExact(
            text,
            "yyyy/MM/dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    private static void CheckLength(string text, int longest, string field, Problems problems, string code)
    {
        if (text.Length > longest)
        {
            problems.Add(field, $"has {text.Length} characters, at most {longest} are allowed", code);
        }

        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            problems.Add(field, "begins or ends with a space", code);
        }
    }
}
