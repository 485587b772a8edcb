using System.Text;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Sites;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

/// <summary>The samples, with the values worked by hand in their README.</summary>
public sealed class MappingTests
{
    [Fact]
    public void A_fuel_invoice_becomes_a_delivery_for_each_product_line()
    {
        var rows = Rows(Samples.Bytes(Samples.FuelInvoice));

        Assert.Collection(
            rows,
            first =>
            {
                Assert.Equal(RowKind.Delivery, first.Kind);
                Assert.Equal("01", first["TankNumber"]);
                Assert.Equal("001", first["ProductCode"]);
                Assert.Equal("2026/01/15 04:31:00", first["CreatedDateTime"]);
                Assert.Equal("15898.729", first["TotalVolume"]);
                Assert.Equal("15850.655", first["TotalVolumeTC"]);
                Assert.Equal("INV-20260115-77", first["InvoiceNumber"]);
                Assert.Equal("INV-20260115-77", first["DeliveryNotesData.InvoiceNumber"]);
                Assert.Equal("2026/01/15 00:00:00", first["DeliveryNotesData.InvoiceDate"]);
                Assert.Equal("Northern Fuel Terminals, BOL-88213A", first["Comments"]);
            },
            second =>
            {
                Assert.Equal("02", second["TankNumber"]);
                Assert.Equal("019", second["ProductCode"]);
                Assert.Equal("9463.529", second["TotalVolume"]);
            }
        );
    }

    [Fact]
    public void An_invoice_without_a_delivered_date_counts_from_midnight_of_its_own()
    {
        var document = Samples.With(Samples.FuelInvoice, "<DeliveredDate>2026-01-15</DeliveredDate>", "");

        Assert.Equal("2026/01/15 00:00:00", Rows(document)[0]["CreatedDateTime"]);
    }

    [Fact]
    public void What_is_rounded_to_nothing_has_no_sign()
    {
        // 31.995 °F is −0.00277… °C.
        var document = Samples.With(Samples.TankReadings, "\"temperature\": 58.1", "\"temperature\": 31.995");

        Assert.Equal("0.0", Rows(document)[0]["Temperature"]);
    }

    [Fact]
    public void An_invoice_of_charges_alone_becomes_nothing_and_that_is_no_error() =>
        Assert.Empty(Rows(Samples.Bytes(Samples.ChargesOnly)));

    [Fact]
    public void Tank_readings_become_an_inventory_a_tank()
    {
        var first = Rows(Samples.Bytes(Samples.TankReadings))[0];

        Assert.Equal(RowKind.Inventory, first.Kind);
        Assert.Equal("2026/01/15 21:58:30", first["DateTime"]);
        Assert.Equal("23084.955", first["Volume"]);
        Assert.Equal("23052.779", first["VolumeTC"]);
        Assert.Equal("14769.163", first["Ullage"]);
        Assert.Equal("45.425", first["WaterVolume"]);
        Assert.Equal("14.5", first["Temperature"]);
        Assert.Equal("1809.75", first["FuelHeight"]);
        Assert.Equal("12.7", first["WaterHeight"]);
    }

    [Fact]
    public void Stick_readings_become_an_inventory_a_product_with_the_ullage_that_is_left()
    {
        var rows = Rows(Samples.Bytes(Samples.StickReadings));

        // 6098.000 and 3305.500 usgal in tanks of 10000 and 8000.
        Assert.Equal(["23083.441", "12512.679"], rows.Select(row => row["Volume"]));
        Assert.Equal(["14770.677", "17770.615"], rows.Select(row => row["Ullage"]));
        Assert.Equal(["001", "019"], rows.Select(row => row["ProductCode"]));
    }

    [Fact]
    public void A_tank_product_movement_becomes_an_inventory_a_tank()
    {
        var second = Rows(Samples.Bytes(Samples.TankProductMovement))[1];

        Assert.Equal("2026/01/15 21:58:30", second["DateTime"]);
        Assert.Equal("02", second["TankNumber"]);
        Assert.Equal("12512.679", second["Volume"]);
        Assert.Equal("14.11", second["Temperature"]);
        Assert.Equal("0.0", second["WaterVolume"]);
    }

    [Fact]
    public void Stick_readings_go_to_the_only_tank_of_their_product_and_fall_back_to_the_book()
    {
        var rows = Rows(Samples.With(Samples.StickReadings, "<StickReading>3305.500</StickReading>", ""));

        Assert.Equal(["01", "02"], rows.Select(row => row["TankNumber"]));
        Assert.Equal(["23083.441", "12529.713"], rows.Select(row => row["Volume"]));
        // The capacities are 37854.118 and 30283.294 l; the document has no water.
        Assert.Equal(["14770.677", "17753.581"], rows.Select(row => row["Ullage"]));
        Assert.All(rows, row => Assert.Null(row["WaterVolume"]));
        Assert.All(rows, row => Assert.Equal("2026/01/15 22:00:00", row["DateTime"]));
    }

    [Theory]
    [InlineData("<LocationID>12345<", "<LocationID>999<", "location '999' is not among the sites")]
    [InlineData("<LocationID>12345</LocationID>", "", "names no location")]
    [InlineData(
        "<TankID>1<",
        "<TankID>9<",
        "delivery 1 (FuelProducts/FuelProduct), TankNumber: tank '9' is not among the tanks of site 12345"
    )]
    [InlineData("<TankID>1</TankID>", "", "TankNumber: is required")]
    [InlineData(
        "<ProductID>UNL87<",
        "<ProductID>E85<",
        "ProductCode: product 'E85' is not among the products of site 12345"
    )]
    [InlineData("<ProductID>UNL87<", "<ProductID>DSL<", "tank '1' of site 12345 holds 'UNL87'")]
    [InlineData(
        "<ProductID>UNL87</ProductID><ProductDescription>Regular Unleaded 87</ProductDescription>",
        "",
        "ProductCode: is required"
    )]
    [InlineData(
        "<ProductID>UNL87</ProductID>",
        "",
        "ProductCode: product 'Regular Unleaded 87' is not among the products of site 12345"
    )]
    [InlineData("<GrossVolume>4200.0</GrossVolume>", "", "TotalVolume: is required")]
    [InlineData(
        "<GrossVolume>4200.0<",
        "<GrossVolume>12345678901<",
        "TotalVolume: '46733478393.326' has 15 characters; ATIONET takes 10 at most"
    )]
    [InlineData("<GrossVolume>4200.0<", "<GrossVolume>4,200.0<", "TotalVolume: '4,200.0' is not a number")]
    [InlineData("<GrossVolume>4200.0<", "<GrossVolume>1e30<", "TotalVolume: '1e30' is not a number")]
    [InlineData("<GrossVolume>4200.0<", "<GrossVolume>-10<", "TotalVolume: '-37.854' is below zero")]
    [InlineData(
        "<DeliveredDate>2026-01-15<",
        "<DeliveredDate>01/15/2026<",
        "CreatedDateTime: '01/15/2026T04:31:00' is not a date-time"
    )]
    [InlineData(
        "<InvoiceNumber>INV-20260115-77<",
        "<InvoiceNumber>123456789012345678901234567890123456789012345678901<",
        "InvoiceNumber: "
    )]
    public void What_cannot_be_mapped_says_what_and_where(string old, string replacement, string told)
    {
        var mapped = Map(Samples.With(Samples.FuelInvoice, old, replacement));

        Assert.Contains(
            Assert.IsType<Mapped.Unmapped>(mapped).Problems,
            problem => problem.Contains(told, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_document_is_mapped_whole_or_not_at_all_with_every_reason()
    {
        var broken = Samples
            .Text(Samples.FuelInvoice)
            .Replace("<TankID>1<", "<TankID>8<", StringComparison.Ordinal)
            .Replace("<TankID>2<", "<TankID>9<", StringComparison.Ordinal);

        Assert.Equal(2, Assert.IsType<Mapped.Unmapped>(Map(Encoding.UTF8.GetBytes(broken))).Problems.Count);
    }

    [Fact]
    public void An_invoice_of_another_inner_shape_is_not_taken_for_one_without_products()
    {
        var other = Samples.Text(Samples.FuelInvoice).Replace("FuelProduct>", "Line>", StringComparison.Ordinal);

        Assert.IsType<Mapped.Unmapped>(Map(Encoding.UTF8.GetBytes(other)));
    }

    [Fact]
    public void A_document_that_yields_nothing_says_what_was_looked_for() =>
        Assert.Contains(
            "there is no FuelProducts/FuelProduct in it",
            Assert.Single(Assert.IsType<Mapped.Rows>(Map(Samples.Bytes(Samples.ChargesOnly))).Notes),
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_values_that_differ_are_not_chosen_from()
    {
        var two = Samples.With(
            Samples.FuelInvoice,
            "<GrossVolume>4200.0<",
            "<GrossVolume>9999</GrossVolume><GrossVolume>4200.0<"
        );

        Assert.Contains(
            "TotalVolume: there are several that differ, '9999' and '4200.0'",
            Assert.Single(Assert.IsType<Mapped.Unmapped>(Map(two)).Problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_document_of_endless_rows_is_refused_with_few_words()
    {
        var line = "<FuelProduct><ProductID>X</ProductID></FuelProduct>";
        byte[] Document(int lines) =>
            Samples.With(
                Samples.FuelInvoice,
                "<FuelProducts>",
                "<FuelProducts>" + string.Concat(Enumerable.Repeat(line, lines))
            );

        Assert.Contains(
            "1002 rows; 1000 are the most",
            Assert.Single(Assert.IsType<Mapped.Unmapped>(Map(Document(1000))).Problems),
            StringComparison.Ordinal
        );
        Assert.Equal(21, Assert.IsType<Mapped.Unmapped>(Map(Document(900))).Problems.Count);
    }

    [Fact]
    public void An_unknown_document_names_its_root_and_the_profiles() =>
        Assert.Contains(
            "whose root is 'PriceBook'",
            Assert.Single(Assert.IsType<Mapped.Unmapped>(Map("<PriceBook/>"u8.ToArray())).Problems),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_tanks_of_one_product_leave_a_document_by_product_undecided()
    {
        var sites = TestSites.Read(
            TestSites.Json.Replace("\"product\": \"DSL\"", "\"product\": \"UNL87\"", StringComparison.Ordinal)
        );

        var mapped = Map(Samples.Bytes(Samples.StickReadings), sites);

        Assert.Contains(
            Assert.IsType<Mapped.Unmapped>(mapped).Problems,
            problem => problem.Contains("2 tanks of site 12345 hold '001'", StringComparison.Ordinal)
        );
    }

    private static IReadOnlyList<Row> Rows(byte[] document) => Assert.IsType<Mapped.Rows>(Map(document)).All;

    private static Mapped Map(byte[] document, SiteDirectory? sites = null) =>
        new DocumentMapper(new ProfileLibrary(ProfileLibrary.BuiltIn()), sites ?? TestSites.Read(TestSites.Json)).Map(
            document,
            new DocumentSource()
        );
}
