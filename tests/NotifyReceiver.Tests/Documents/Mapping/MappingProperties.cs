using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsCheck;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

/// <summary>Whatever comes, the mapping ends with rows that ATIONET takes or with reasons, and never with an exception.</summary>
public sealed class MappingProperties
{
    // Every conversion, over elements that come in any number.
    private const string DividedByProduct = """
        { "name": "by product", "when": { "has": "self::a or self::b" }, "location": { "constant": "12345" },
          "identity": [["a", "b"]], "formats": { "group": ",", "zone": "Pacific/Apia" },
          "rows": [
            { "yields": "deliveries", "select": "//a", "skipWhen": "b = 1", "split": { "over": "product", "by": "capacity" },
              "fields": { "ProductCode": { "value": "b[1]", "map": { "*": "UNL87" }, "default": "DSL" },
                          "CreatedDateTime": { "date": "d[1]", "time": "e[1]", "offset": "f[1]", "default": "2026-01-15" },
                          "TotalVolume": { "sum": ".//c", "default": "1" }, "TotalVolumeTC": "c[1]",
                          "InvoiceNumber": { "value": "string(.)", "cut": 50 }, "Comments": { "join": ["a[1]", "b[1]", "c[1]"] } } }
          ] }
        """;

    private const string DividedByParts = """
        { "name": "by parts", "when": { "has": "self::c or self::d" }, "location": { "constant": "12345" },
          "rows": [
            { "yields": "inventories", "select": "*[*]", "split": { "over": "*", "tank": "'1'", "share": "string-length(.)" },
              "fields": { "ProductCode": { "constant": "UNL87" }, "DateTime": { "constant": "2026-03-08T02:30:00" },
                          "Volume": "c[1]", "WaterVolume": "b[1]", "Temperature": "e[1]", "FuelHeight": "f[1]", "Latitude": "a[1]" } }
          ] }
        """;

    private const string Whole = """
        { "name": "whole", "when": { "has": "self::e or self::f" }, "location": { "constant": "12345" }, "formats": { "decimal": "." },
          "rows": [
            { "yields": "inventories", "select": "/*",
              "fields": { "TankNumber": { "constant": "2" }, "ProductCode": { "constant": "DSL" },
                          "DateTime": { "value": "d[1]", "map": { "1": "2026-11-01 01:30" }, "default": "2026-11-01 01:30" },
                          "Volume": { "value": ["c[1]", "b[1]"], "trim": " x" }, "WaterVolume": "a[1]", "VolumeTC": "e[1]" } }
          ] }
        """;

    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<string> Text = Gen.Frequency(
        (
            6,
            Gen.OneOf(
                "1",
                "2",
                "500",
                "UNL87 😀",
                "12345",
                "UNL87",
                "2026-01-15",
                "04:31:00-05:00",
                "24:00",
                "-0500",
                "9999999.999",
                "1e14"
            )
        ),
        (
            2,
            Gen.Decimal[-10_000_000, 10_000_000]
                .Select(number => number.ToString("0.####", CultureInfo.InvariantCulture))
        ),
        (1, Gen.String[Gen.Char["0123456789.,-+eETZ:/ xé٢\u00A0"], 0, 80])
    );

    private static readonly Gen<string> Element = Gen.Recursive<string>(
        (depth, inner) =>
            Gen.Select(
                Gen.OneOf(Names),
                depth >= 4
                    ? Text.Select(Escaped)
                    : Gen.Frequency((2, Text.Select(Escaped)), (3, inner.Array[0, 5].Select(string.Concat))),
                (name, content) => $"<{name}>{content}</{name}>"
            )
    );

    private static readonly DocumentMapper Mapper = new(
        new ProfileLibrary([
            .. ProfileLibrary.BuiltIn(),
            .. new[] { DividedByProduct, DividedByParts, Whole }.Select(Trial.Profile),
        ]),
        TestSites.Read(TestSites.Json)
    );

    [Fact]
    public void A_random_document_is_mapped_to_sound_rows_or_to_reasons()
    {
        var mapped = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Element.Sample(
            document =>
            {
                if (Check(Encoding.UTF8.GetBytes(document)) is Mapped.Rows { All.Count: > 0 } rows)
                {
                    mapped.AddOrUpdate(rows.Profile, 1, (_, times) => times + 1);
                }
            },
            iter: 10_000
        );

        // Or the test would have looked at nothing.
        Assert.Equal(["by parts", "by product", "whole"], mapped.Keys.Order(StringComparer.Ordinal));
        Assert.All(mapped.Values, times => Assert.InRange(times, 20, 10_000));
    }

    [Fact]
    public void A_sample_that_is_broken_anywhere_is_mapped_to_sound_rows_or_to_reasons() =>
        Gen.Select(
                Gen.OneOf(
                    Samples.FuelInvoice,
                    Samples.StickReadings,
                    Samples.TankProductMovement,
                    Samples.TankReadings
                ),
                Gen.Int[0, 5_000],
                Gen.Int[0, 40],
                Gen.Byte.Array[0, 20]
            )
            .Sample(
                (sample, at, removed, added) =>
                {
                    var whole = Samples.Bytes(sample);
                    var (start, end) = (at % whole.Length, Math.Min(whole.Length, (at % whole.Length) + removed));
                    _ = Check([.. whole[..start], .. added, .. whole[end..]]);
                },
                iter: 5_000
            );

    [Fact]
    public void A_sample_with_any_value_in_any_place_is_mapped_to_sound_rows_or_to_reasons() =>
        Gen.Select(
                Gen.OneOf(Samples.FuelInvoice, Samples.StickReadings, Samples.TankProductMovement),
                Gen.Int[0, 100],
                Text
            )
            .Sample(
                (sample, place, value) =>
                {
                    var document = System.Xml.Linq.XDocument.Parse(Samples.Text(sample));
                    var leaves = document.Descendants().Where(element => !element.HasElements).ToList();
                    leaves[place % leaves.Count].Value = value;
                    _ = Check(Encoding.UTF8.GetBytes(document.ToString()));
                },
                iter: 5_000
            );

    private static Mapped Check(byte[] body)
    {
        var explanation = Mapper.Explain(body, new DocumentSource());
        var mapped = explanation.ToMapped();
        switch (mapped)
        {
            case Mapped.Rows rows:
                Assert.Empty(explanation.Problems);
                Assert.All(rows.All, row => Assert.Empty(RowCheck.Mistakes(row)));
                Assert.All(rows.All, row => Assert.All(FieldTable.Of(row.Kind), field => Fits(field, row)));
                Assert.All(rows.All, row => Assert.NotEmpty(row.ToJson()));
                break;
            case Mapped.Unmapped unmapped:
                Assert.NotEmpty(unmapped.Problems);
                Assert.All(unmapped.Problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem)));
                break;
            default:
                Assert.Fail("neither rows nor reasons");
                break;
        }
        return mapped;
    }

    private static void Fits(Field field, Row row) => Assert.InRange(row[field.Name]?.Length ?? 0, 0, field.Size);

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
