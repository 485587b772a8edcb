using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

public sealed class IdentityTests
{
    [Theory]
    [InlineData(Samples.FuelInvoice, """["fuel-invoice","12345","Northern Fuel Terminals","INV-20260115-77"]""")]
    [InlineData(Samples.ChargesOnly, """["fuel-invoice","12345","Northern Fuel Terminals","INV-20260116-02"]""")]
    [InlineData(Samples.StickReadings, """["shift_fuel-grade-movement","12345","900001"]""")]
    [InlineData(Samples.TankProductMovement, """["tank-product-movement","12345","900002"]""")]
    [InlineData(Samples.TankReadings, """["tank-readings","12345","2026-01-15T21:58:30-05:00"]""")]
    public void Each_sample_says_which_document_it_is(string sample, string identity) =>
        Assert.Equal(identity, Map(Samples.Bytes(sample)).Identity);

    [Fact]
    public void A_report_may_have_its_number_without_a_header() =>
        Assert.Equal(
            """["shift_fuel-grade-movement","12345","900001"]""",
            Map(
                Samples.With(
                    Samples.StickReadings,
                    "<FuelGradeMovement>",
                    "<FuelGradeMovement><ReportSequenceNumber>900001</ReportSequenceNumber>"
                )
            ).Identity
        );

    [Fact]
    public void A_changed_version_is_the_same_document() =>
        Assert.Equal(
            Map(Samples.Bytes(Samples.FuelInvoice)).Identity,
            Map(Samples.With(Samples.FuelInvoice, "4200.0", "4300.0")).Identity
        );

    [Theory]
    [InlineData("<Supplier>Northern Fuel Terminals</Supplier>", "")]
    [InlineData("<InvoiceNumber>INV-20260115-77</InvoiceNumber>", "<InvoiceNumber> </InvoiceNumber>")]
    [InlineData("<Supplier>", "<Supplier>Another</Supplier><Supplier>")]
    public void Without_one_of_its_values_it_has_no_identity(string old, string replacement)
    {
        var changed = Samples.Text(Samples.FuelInvoice).Replace(old, replacement, StringComparison.Ordinal);
        var withoutComments = changed.Replace("BillOfLading", "Bill", StringComparison.Ordinal);

        var explanation = Mapper.Explain(System.Text.Encoding.UTF8.GetBytes(withoutComments), new DocumentSource());

        Assert.Equal("fuel-invoice", explanation.Profile);
        Assert.Null(explanation.Identity);
    }

    [Fact]
    public void A_profile_need_not_tell_one() =>
        Assert.Null(
            Trial
                .Explain(
                    """{ "name": "t", "when": { "root": "r" }, "location": { "constant": "12345" }, "rows": [] }""",
                    "<r/>"
                )
                .Identity
        );

    private static DocumentMapper Mapper =>
        new(new ProfileLibrary(ProfileLibrary.BuiltIn()), TestSites.Read(TestSites.Json));

    private static Mapped.Rows Map(byte[] document) =>
        Assert.IsType<Mapped.Rows>(Mapper.Map(document, new DocumentSource()));
}
