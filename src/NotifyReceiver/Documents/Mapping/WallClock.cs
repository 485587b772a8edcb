using System.Globalization;
using System.Text.RegularExpressions;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>
/// Reads the date-times that documents carry: <c>2026-01-15</c>, <c>2026-01-15T</c>, ISO 8601 with or without seconds,
/// fractions and offset. A time with an offset is shown by the site's clock; one without is the site's clock already.
/// </summary>
internal static partial class WallClock
{
    public static DateTime? Read(string text, TimeZoneInfo zone)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }
        var second = match.Groups["second"].Success ? match.Groups["second"].Value : "00";
        var written = match.Groups["hour"].Success
            ? $"{match.Groups["date"].Value}T{match.Groups["hour"].Value}:{match.Groups["minute"].Value}:{second}"
            : $"{match.Groups["date"].Value}T00:00:00";
        if (!DateTime.TryParseExact(written, "s", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }
        return match.Groups["offset"].Success ? ToZone(time, match.Groups["offset"].Value, zone) : time;
    }

    private static DateTime? ToZone(DateTime time, string offset, TimeZoneInfo zone)
    {
        var text = offset == "Z" ? "+00:00" : offset;
        var sign = text[0] == '-' ? -1 : 1;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes =
            (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60)
            + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        if (Math.Abs(minutes) > 14 * 60 || time.Year is < 2 or > 9998)
        {
            return null;
        }
        return TimeZoneInfo.ConvertTime(new DateTimeOffset(time, TimeSpan.FromMinutes(sign * minutes)), zone).DateTime;
    }

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ](?:(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\.[0-9]+)?)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
