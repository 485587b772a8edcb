using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Converting;

/// <summary>The table of what ends in quarantine, by a name for each.</summary>
internal static class UnconvertibleBodies
{
    private const string BillionLaughs = """
        <?xml version="1.0"?>
        <!DOCTYPE FuelInvoice [
          <!ENTITY a "ha">
          <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
          <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
          <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
          <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
          <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;">
          <!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
          <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">
        ]>
        <FuelInvoice><LocationID>&i;</LocationID></FuelInvoice>
        """;

    private static readonly Invoice Good = new("INV-1");

    public static readonly IReadOnlyDictionary<string, Unconvertible> All = new Dictionary<string, Unconvertible>(
        StringComparer.Ordinal
    )
    {
        ["broken XML"] = new(Samples.Xml, "<FuelInvoice><LocationID>12345</FuelInvoice>", "the XML is broken"),
        ["broken JSON"] = new(Samples.Json, """{ "locationId": "12345", """, "the JSON is broken"),
        ["neither XML nor JSON"] = new("text/plain", "hello", "neither XML nor JSON"),
        ["an XML bomb"] = new(Samples.Xml, BillionLaughs, "document type declaration"),
        ["an unknown document"] = new(Samples.Xml, "<Timesheet/>", "no profile recognises", "'Timesheet'"),
        ["an unknown site"] = Of(Good with { Location = "99999" }, "location '99999'", "Sites:File"),
        ["an unknown tank"] = Of(Good with { Tank = "7" }, "TankNumber", "tank '7'", "site 12345"),
        ["an unknown product"] = Of(Good with { Product = "E85" }, "ProductCode", "product 'E85'", "site 12345"),
        ["another product than the tank holds"] = Of(Good with { Product = "DSL" }, "'DSL'", "tank '1'", "'UNL87'"),
        ["a volume of eleven digits"] = Of(Good with { GrossVolume = "12345678901" }, "TotalVolume", "10 at most"),
        ["no volume"] = Of(Good with { GrossVolume = null }, "TotalVolume", "is required"),
        ["a volume that is no number"] = Of(Good with { GrossVolume = "4,200.0" }, "TotalVolume", "'4,200.0'"),
        ["a volume below zero"] = Of(Good with { GrossVolume = "-5" }, "TotalVolume", "below zero"),
    };

    private static Unconvertible Of(Invoice invoice, params string[] reason) =>
        new(Samples.Xml, invoice.ToXml(), reason);
}
