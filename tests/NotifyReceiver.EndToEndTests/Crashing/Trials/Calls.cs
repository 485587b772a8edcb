using System.Globalization;
using System.Text;
using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Crashing.Trials;

/// <summary>
/// What the sender posts, told by its number alone, so that nobody has to keep it: mostly small texts that nobody can convert, and
/// among them deliveries, readings, tests of a subscription, large bodies, and calls with an id of the sender's.
/// </summary>
internal static class Calls
{
    public const int Stations = 20;

    private const int Kinds = 25;
    private const int LargeBytes = 20_000;
    private const int DaysOfInvoices = 300;

    private static readonly DateTime FirstDay = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static RawCall Of(int number) =>
        (number % Kinds) switch
        {
            0 => new(Encoding.UTF8.GetBytes(InvoiceOf(number).ToXml()), Samples.Xml),
            1 => new(Encoding.UTF8.GetBytes(ReadingOf(number).ToJson()), Samples.Json),
            2 => new(
                Text($$"""{"Service":"Amazon S3","Event":"s3:TestEvent","RequestId":"{{number}}"}"""),
                Samples.Json
            ),
            3 => new(Text($"a large one, {number}".PadRight(LargeBytes, '.')), "text/plain"),
            4 => new(Text($"one with an id, {number}"), "text/plain", Text(number)),
            _ => new(Text($"one that nobody knows, {number}, with some more to say"), "text/plain"),
        };

    /// <summary>The invoice number of the delivery that this one brings; null when it brings none.</summary>
    public static string? Invoice(int number) => number % Kinds == 0 ? InvoiceOf(number).Number : null;

    /// <summary>Terminal and date-time of the reading that this one brings; null when it brings none.</summary>
    public static string? Reading(int number) =>
        number % Kinds == 1 ? $"{Support.Stations.TerminalOf(StationOf(number))} {ReadingOf(number).DateTime}" : null;

    private static int StationOf(int number) => 1 + (number / Kinds % Stations);

    // Each delivery differs in its invoice; the days differ so that no list of a day grows without end.
    private static Invoice InvoiceOf(int number) =>
        new($"INV-{Text(number)}")
        {
            Location = Support.Stations.LocationOf(StationOf(number)),
            Date = DateOnly.FromDateTime(FirstDay.AddDays(number / Kinds / Stations % DaysOfInvoices)),
        };

    private static Reading ReadingOf(int number) =>
        new(FirstDay.AddSeconds(number)) { Location = Support.Stations.LocationOf(StationOf(number)) };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
