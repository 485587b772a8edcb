using System.Globalization;
using System.Text.RegularExpressions;

namespace NotifyReceiver.Documents.Values;

/// <summary>
/// Reads the date-times that documents carry without being asked: <c>2026-01-15</c>, <c>2026-01-15T</c>, <c>2026-01-15-05:00</c> (a day, as XML Schema
/// writes it), ISO 8601 with or
/// without seconds, fractions (which are dropped) and offset; <c>24:00</c> is the next midnight.
/// </summary>
internal static partial class IsoTime
{
    private const int DateLength = 10;
    private const int LargestOffsetMinutes = 14 * 60;
    private const int HourMinutes = 60;

    public static ToldTime? DateTime(string text)
    {
        var dateText = text.Length > DateLength ? text[..DateLength] : text;
        if (
            !System.DateTime.TryParseExact(
                dateText,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return null;
        }
        var rest = text[dateText.Length..];
        if (rest is "" or "T" || Offset(rest) is not null)
        {
            return ToldTime.Of(day, isDayAlone: true);
        }
        return rest[0] is 'T' or ' ' && ToldTime.Of(day) is not null && TimeOfDay(rest[1..]) is var (time, offset)
            ? ToldTime.Of(day + time, offset)
            : null;
    }

    public static (TimeSpan Time, TimeSpan? Offset)? TimeOfDay(string text)
    {
        var match = TimeForm().Match(text);
        if (!match.Success)
        {
            return null;
        }
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var isNextMidnight =
            hour == 24
            && minute == 0
            && second == 0
            && match.Groups["fraction"].Value.All(digit => digit is '.' or '0');
        if (hour > 23 && !isNextMidnight || minute > 59 || second > 59)
        {
            return null;
        }
        var time = new TimeSpan(hour, minute, second);
        if (!match.Groups["offset"].Success)
        {
            return (time, null);
        }
        return Offset(match.Groups["offset"].Value) is { } offset ? (time, offset) : null;
    }

    /// <summary><c>Z</c>, <c>-05:00</c>, <c>-0500</c> or <c>-05</c>.</summary>
    public static TimeSpan? Offset(string text)
    {
        if (text == "Z")
        {
            return TimeSpan.Zero;
        }
        var match = OffsetForm().Match(text);
        var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
        var all = (hours * HourMinutes) + minutes;
        if (!match.Success || minutes >= HourMinutes || all > LargestOffsetMinutes)
        {
            return null;
        }
        return TimeSpan.FromMinutes(text[0] == '-' ? -all : all);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(?<fraction>\.[0-9]+)?)?(?<offset>Z|[+-][0-9:]+)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TimeForm();

    [GeneratedRegex(
        @"^[+-](?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OffsetForm();
}
