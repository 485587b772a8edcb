using System.Globalization;
using System.Text.RegularExpressions;

namespace NotifyReceiver.Ationet.Downloads;

/// <summary>
/// Reads the times of a list: <c>2026/11/22 08:00:00</c>, as rows are sent, and ISO 8601 with T, fractions or offset, as hosts of its
/// kind write them. ATIONET keeps a wall clock, so an offset says nothing and a fraction, of which rows have none, is dropped.
/// </summary>
internal static partial class DownloadedTime
{
    /// <summary>The wall clock as it is written, to the second; null when it is none. A day alone is none.</summary>
    public static DateTime? Of(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }
        var seconds = match.Groups["second"] is { Success: true } group ? group.Value : "00";
        var wallClock = $"{match.Groups["date"].Value.Replace('/', '-')} {match.Groups["time"].Value}:{seconds}";
        return DateTime.TryParseExact(
            wallClock,
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read
        )
            ? read
            : null;
    }

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}(?<mark>[/-])[0-9]{2}\k<mark>[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})(\.[0-9]+)?)?( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();
}
