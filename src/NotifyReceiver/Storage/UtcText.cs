using System.Globalization;

namespace NotifyReceiver.Storage;

/// <summary>How a point in time stands in the database: UTC, ISO 8601 with milliseconds, so that text order is time order.</summary>
internal static class UtcText
{
    public const int Length = 24;

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Of(DateTimeOffset time) =>
        time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The same as UTF-8, without a string.</summary>
    /// <param name="utf8">Has <see cref="Length"/> bytes.</param>
    public static void Write(DateTimeOffset time, Span<byte> utf8) =>
        time.ToUniversalTime().TryFormat(utf8, out _, Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
