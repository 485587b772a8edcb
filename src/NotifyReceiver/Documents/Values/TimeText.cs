namespace NotifyReceiver.Documents.Values;

/// <summary>Reads a date-time by its notation: in one text, or with the time and its offset apart from the date.</summary>
internal static class TimeText
{
    public static ToldTime? Read(string text, Notation notation)
    {
        if (notation.Forms is not { } forms)
        {
            return IsoTime.DateTime(text);
        }
        foreach (var form in forms)
        {
            if (form.Read(text) is var (clock, offset))
            {
                return form.HasTime ? ToldTime.Of(clock, offset) : ToldTime.Of(clock.Date, isDayAlone: true);
            }
        }
        return null;
    }

    /// <summary>Beside a time only the day of the date counts; without one it is a day alone.</summary>
    public static ToldTime? Read(string date, string? time, string? offset, Notation notation)
    {
        if (Read(date, notation) is not { } told)
        {
            return null;
        }
        var day = told.Clock.Date;
        if (time is null)
        {
            return ToldTime.Of(day, isDayAlone: true);
        }
        if (TimeOfDay(time, notation) is not var (ofDay, own))
        {
            return null;
        }
        var apart = offset is null ? null : IsoTime.Offset(offset);
        var isUnclear = offset is not null && apart is null || own is not null && apart is not null && own != apart;
        return isUnclear ? null : ToldTime.Of(day + ofDay, own ?? apart);
    }

    private static (TimeSpan Time, TimeSpan? Offset)? TimeOfDay(string text, Notation notation)
    {
        if (notation.TimeForms is not { } forms)
        {
            return IsoTime.TimeOfDay(text);
        }
        foreach (var form in forms)
        {
            if (form.Read(text) is var (clock, offset))
            {
                return (clock.TimeOfDay, offset);
            }
        }
        return null;
    }
}
