using System.Globalization;
using System.Text;
using NotifyReceiver.EndToEndTests.Support;
using NotifyReceiver.Simulators.Petrosoft;

namespace NotifyReceiver.EndToEndTests.CatchingUp;

/// <summary>What the simulated host holds of one week: 1,000 invoices of the station, and what nobody asks for.</summary>
internal static class Week
{
    public const int Documents = 1000;
    public const string FirstDay = "2026-01-08";

    private const string Type = "fuel-invoice";

    private static readonly string[] Days =
    [
        "20260108",
        "20260109",
        "20260110",
        "20260111",
        "20260112",
        "20260113",
        "20260114",
    ];

    /// <summary>The station measures in litres, so that what arrives is what was published.</summary>
    public static string Sites =>
        Samples.Sites.Replace(
            """{ "from": "usgal", "to": "l" }""",
            """{ "from": "l", "to": "l" }""",
            StringComparison.Ordinal
        );

    /// <summary>From 1 on; each of as many litres as its number says.</summary>
    public static IReadOnlyList<int> Numbers => [.. Enumerable.Range(1, Documents)];

    public static string InvoiceNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"INV-{number:0000}");

    public static string Path(int number) => Directory(number) + FileName(number);

    public static string Content(int number) =>
        new Invoice(InvoiceNumber(number))
        {
            Supplier = "Northern Fuel Terminals",
            GrossVolume = number.ToString(CultureInfo.InvariantCulture),
        }.ToXml();

    public static void PublishAt(PetrosoftSimulator petrosoft)
    {
        foreach (var number in Numbers)
        {
            Publish(petrosoft, "12345", Type, Directory(number), number);
        }
        // Of the day before, of another type, of another station: their numbers go on, so that they would show.
        Publish(petrosoft, "12345", Type, "5127/12345/fuel-invoice/20260107/", Documents + 1);
        Publish(petrosoft, "12345", "reports-exported", "5127/12345/reports-exported/20260110/", Documents + 2);
        Publish(petrosoft, "99999", Type, "5127/99999/fuel-invoice/20260110/", Documents + 3);
    }

    private static void Publish(PetrosoftSimulator petrosoft, string site, string type, string directory, int number) =>
        petrosoft.Publish(site, type, directory, FileName(number), Encoding.UTF8.GetBytes(Content(number)));

    private static string Directory(int number) => $"5127/12345/{Type}/{Days[number % Days.Length]}/";

    private static string FileName(int number) => $"{InvoiceNumber(number)}.xml";
}
