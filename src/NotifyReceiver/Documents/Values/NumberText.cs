using System.Globalization;

namespace NotifyReceiver.Documents.Values;

/// <summary>Reads a number by its notation, strictly: what could be meant in two ways is none.</summary>
internal static class NumberText
{
    private const int GroupLength = 3;
    private const int Longest = 100;
    private const decimal TooLarge = 1_000_000_000_000_000m;

    public static decimal? Read(string text, Notation notation)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }
        var exponentAt = text.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent = exponentAt < 0 ? "0" : text[(exponentAt + 1)..];
        var sign = mantissa.StartsWith('-') ? "-" : "";
        var unsigned = mantissa.StartsWith('-') || mantissa.StartsWith('+') ? mantissa[1..] : mantissa;
        var pointAt = unsigned.IndexOf(notation.DecimalSign, StringComparison.Ordinal);
        var whole = Ungrouped(pointAt < 0 ? unsigned : unsigned[..pointAt], notation.Group);
        var fraction = pointAt < 0 ? "" : unsigned[(pointAt + 1)..];
        if (whole is null || whole.Length + fraction.Length == 0 || !IsDigits(whole) || !IsDigits(fraction))
        {
            return null;
        }
        return
            decimal.TryParse(
                $"{sign}{whole}.{fraction}e{exponent}",
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) < TooLarge
            ? number
            : null;
    }

    private static string? Ungrouped(string whole, char? group)
    {
        if (group is not { } sign || !whole.Contains(sign, StringComparison.Ordinal))
        {
            return whole;
        }
        var groups = whole.Split(sign);
        return groups[0].Length is > 0 and <= GroupLength && groups.Skip(1).All(digits => digits.Length == GroupLength)
            ? string.Concat(groups)
            : null;
    }

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
