using System.Globalization;

namespace NotifyReceiver.Ationet.Rows;

/// <summary>How dates and numbers stand on the wire, whatever the machine's culture.</summary>
internal static class WireText
{
    private const string DateTimeFormat = "yyyy'/'MM'/'dd HH':'mm':'ss";

    public static string Of(DateTime wallClock) => wallClock.ToString(DateTimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The digits that are needed, and one decimal at least, as ATIONET's SDK writes it: <c>5000.0</c>.</summary>
    public static string Of(decimal number) =>
        number.ToString("0.0###########################", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTime wallClock) =>
        DateTime.TryParseExact(text, DateTimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out wallClock);
}
