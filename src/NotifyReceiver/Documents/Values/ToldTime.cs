namespace NotifyReceiver.Documents.Values;

/// <summary>What a text says of a time: the digits of a clock, and how far that clock is from UTC where this is told.</summary>
/// <param name="Clock">Midnight when only the day is told.</param>
internal readonly record struct ToldTime(DateTime Clock, TimeSpan? Offset = null, bool IsDayAlone = false)
{
    private const int FirstYear = 2;
    private const int LastYear = 9998;

    /// <summary>Null where conversions to another clock would leave the calendar.</summary>
    public static ToldTime? Of(DateTime clock, TimeSpan? offset = null, bool isDayAlone = false) =>
        clock.Year is >= FirstYear and <= LastYear ? new ToldTime(clock, offset, isDayAlone) : null;
}
