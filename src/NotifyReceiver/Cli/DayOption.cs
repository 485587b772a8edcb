using System.CommandLine;
using System.Globalization;

namespace NotifyReceiver.Cli;

internal static class DayOption
{
    /// <summary>An option that takes a day and nothing that may be another one elsewhere, such as 1/2/2026.</summary>
    public static Option<DateOnly?> Create(string name, string what) =>
        new(name)
        {
            Description = what,
            CustomParser = result =>
            {
                if (
                    DateOnly.TryParseExact(
                        result.Tokens[^1].Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                {
                    return day;
                }
                result.AddError($"{name} takes a day like 2026-01-15");
                return null;
            },
        };
}
