using System.Globalization;

namespace NotifyReceiver.Petrosoft.CatchingUp;

/// <summary>The day that a directory of published documents is named by, as in <c>5127/12345/reports-exported/20241129/</c>.</summary>
internal static class DirectoryDay
{
    /// <summary>Null where no part of the path is a day: such a directory is always looked at.</summary>
    public static DateOnly? Of(string directory)
    {
        DateOnly? day = null;
        foreach (var part in directory.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                DateOnly.TryParseExact(
                    part,
                    "yyyyMMdd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var found
                )
                || DateOnly.TryParseExact(
                    part,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out found
                )
            )
            {
                day = found;
            }
        }
        return day;
    }
}
