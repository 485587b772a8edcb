using System.Globalization;

namespace NotifyReceiver.Documents.Values;

/// <summary>A form that dates or times are written in, as a .NET custom date-time format in English.</summary>
/// <param name="HasDate">Whether it tells the day.</param>
/// <param name="HasTime">Whether it tells the hour.</param>
internal sealed record TimeForm(string Text, bool HasDate, bool HasTime)
{
    private static readonly DateTime Trial = new(2001, 2, 3, 16, 5, 6, DateTimeKind.Unspecified);

    /// <summary>The form, or why this is none.</summary>
    public static (TimeForm? Form, string? Problem) Parse(string text)
    {
        // One letter alone would be one of the framework's standard formats.
        var form = new TimeForm(text.Length == 1 ? "%" + text : text, HasDate: true, HasTime: true);
        string written;
        try
        {
            written = Trial.ToString(form.Text, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return (null, $"'{text}' is not a form like MM/dd/yyyy HH:mm");
        }
        if (form.Read(written) is not { } read)
        {
            return (null, $"'{text}' cannot be read back: it wrote '{written}'");
        }
        form = form with { HasDate = read.Clock.Date == Trial.Date, HasTime = read.Clock.Hour == Trial.Hour };
        if (!form.HasTime && read.Clock.TimeOfDay != TimeSpan.Zero)
        {
            return (null, $"'{text}' does not tell morning from evening: write HH, or hh with tt");
        }
        return form.HasDate || form.HasTime
            ? (form, null)
            : (null, $"'{text}' tells neither a whole date (year, month, day) nor an hour");
    }

    /// <summary>What a text of this form says; the first day of the calendar when the form has no date.</summary>
    public (DateTime Clock, TimeSpan? Offset)? Read(string text)
    {
        if (
            !DateTime.TryParseExact(
                text,
                Text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault,
                out var clock
            )
        )
        {
            return null;
        }
        if (clock.Kind == DateTimeKind.Unspecified)
        {
            return (clock, null);
        }
        if (
            !DateTimeOffset.TryParseExact(
                text,
                Text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant
            )
        )
        {
            return null;
        }
        return (HasDate ? instant.DateTime : DateTime.MinValue + instant.TimeOfDay, instant.Offset);
    }
}
