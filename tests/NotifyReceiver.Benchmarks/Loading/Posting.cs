using System.Globalization;
using System.Text;

namespace NotifyReceiver.Benchmarks.Loading;

/// <summary>A call as bytes, made once, into which only the id is written for each one that is sent.</summary>
internal sealed class Posting
{
    /// <summary>What the servers are started with.</summary>
    public const string Key = "a-key-for-benchmarks-0123456789";

    public const string Path = "/petrosoft/notifications";
    public const int IdDigits = 16;

    private const int BodyBytes = 1024;
    private const string IdPlace = "0123456789012345";

    private readonly byte[] _bytes;
    private readonly IReadOnlyList<int> _places;
    private readonly int _bodyAt;

    private Posting(string contentType, string body)
    {
        var padded = body.Replace(
            "PADDING",
            new string('x', BodyBytes - body.Length + "PADDING".Length),
            StringComparison.Ordinal
        );
        var head = $"""
            POST {Path} HTTP/1.1
            Host: localhost
            X-Api-Key: {Key}
            Content-Type: {contentType}
            Content-Length: {padded.Length}
            X-Notification-Id: {IdPlace}


            """.ReplaceLineEndings("\r\n");
        _bodyAt = head.Length;
        var call = head + padded;
        _bytes = Encoding.ASCII.GetBytes(call);
        _places = [.. PlacesIn(call)];
    }

    /// <summary>A JSON document that no profile recognises, so that it ends in quarantine.</summary>
    public static Posting Unknown { get; } =
        new("application/json", $$$"""{"PriceBook":{"number":"{{{IdPlace}}}","note":"PADDING"}}""");

    /// <summary>A fuel invoice with two deliveries, each invoice with a number of its own.</summary>
    public static Posting Invoice { get; } =
        new(
            "application/xml",
            $"""
            <FuelInvoice>
              <LocationID>12345</LocationID>
              <InvoiceNumber>{IdPlace}</InvoiceNumber>
              <InvoiceDate>2026-01-15</InvoiceDate>
              <Supplier>Northern Fuel Terminals</Supplier>
              <BillOfLading>
                <BOLNumber>BOL-88213A</BOLNumber>
                <DeliveredDate>2026-01-15</DeliveredDate>
                <DeliveredTime>04:31:00</DeliveredTime>
              </BillOfLading>
              <FuelProducts>
                <FuelProduct>
                  <ProductID>UNL87</ProductID>
                  <TankID>1</TankID><GrossVolume>4200.0</GrossVolume><NetVolume>4187.3</NetVolume>
                </FuelProduct>
                <FuelProduct>
                  <ProductID>DSL</ProductID>
                  <TankID>2</TankID><GrossVolume>2500.0</GrossVolume><NetVolume>2494.1</NetVolume>
                </FuelProduct>
              </FuelProducts>
              <Note>PADDING</Note>
            </FuelInvoice>
            """
        );

    /// <summary>A copy to write ids into.</summary>
    public byte[] Copy() => [.. _bytes];

    public void Write(byte[] copy, long id)
    {
        foreach (var place in _places)
        {
            id.TryFormat(copy.AsSpan(place, IdDigits), out _, "D16", CultureInfo.InvariantCulture);
        }
    }

    public static string IdText(long id) => id.ToString("D16", CultureInfo.InvariantCulture);

    /// <summary>The body alone, with its id in place.</summary>
    public byte[] Body(long id)
    {
        var copy = Copy();
        Write(copy, id);
        return copy[_bodyAt..];
    }

    private static IEnumerable<int> PlacesIn(string call)
    {
        for (
            var place = call.IndexOf(IdPlace, StringComparison.Ordinal);
            place >= 0;
            place = call.IndexOf(IdPlace, place + IdDigits, StringComparison.Ordinal)
        )
        {
            yield return place;
        }
    }
}
