using System.Globalization;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>A fuel invoice with one product line, which becomes one delivery.</summary>
internal sealed record Invoice(string Number)
{
    public string Location { get; init; } = "12345";
    public DateOnly Date { get; init; } = new(2026, 1, 15);

    /// <summary>Null leaves the element out.</summary>
    public string? Supplier { get; init; }
    public string Tank { get; init; } = "1";
    public string Product { get; init; } = "UNL87";

    /// <summary>Null leaves the element out.</summary>
    public string? GrossVolume { get; init; } = "4200.0";

    public string ToXml() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <FuelInvoice>
              <LocationID>{Location}</LocationID>
              <InvoiceNumber>{Number}</InvoiceNumber>
              <InvoiceDate>{Date:yyyy-MM-dd}</InvoiceDate>
              {(Supplier is null ? "" : $"<Supplier>{Supplier}</Supplier>")}
              <FuelProducts>
                <FuelProduct>
                  <ProductID>{Product}</ProductID>
                  <TankID>{Tank}</TankID>
                  {(GrossVolume is null ? "" : $"<GrossVolume>{GrossVolume}</GrossVolume>")}
                </FuelProduct>
              </FuelProducts>
            </FuelInvoice>
            """
        );
}
