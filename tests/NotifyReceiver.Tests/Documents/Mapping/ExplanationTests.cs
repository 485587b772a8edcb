using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

public sealed class ExplanationTests
{
    [Fact]
    public void Every_field_of_a_reading_tells_how_it_came_about() =>
        Assert.Equal(
            [
                new MappedField("TankNumber", null, "1", "the only tank of the product, the site's number", "01"),
                new MappedField("ProductCode", "FuelGradeID", "001", "the site's code", "001"),
                new MappedField(
                    "DateTime",
                    "../MovementHeader/EndDate and ../MovementHeader/EndTime",
                    "2026-01-15T22:00:00",
                    null,
                    "2026/01/15 22:00:00"
                ),
                new MappedField("Volume", "StickReading", "6098.000", "usgal → l, 3 decimals", "23083.441"),
                new MappedField("Ullage", null, null, "capacity 37854.118 − volume 23083.441 − water 0.0", "14770.677"),
            ],
            Trial.ByBuiltIn(Samples.Bytes(Samples.StickReadings)).Rows[0].Fields
        );

    [Fact]
    public void A_field_without_a_value_tells_why_or_that_nothing_was_found()
    {
        var document = Samples.With(Samples.FuelInvoice, "<NetVolume>4187.3</NetVolume>", "");
        var fields = Trial.ByBuiltIn(document).Rows[0].Fields;

        Assert.Equal(
            new MappedField("TotalVolumeTC", "NetVolume"),
            fields.Single(field => field.Field == "TotalVolumeTC")
        );
        Assert.Equal(
            "is required and has no value",
            Trial
                .ByBuiltIn(Samples.With(Samples.FuelInvoice, "<GrossVolume>4200.0</GrossVolume>", ""))
                .Rows[0]
                .Fields.Single(field => field.Field == "TotalVolume")
                .Problem
        );
    }

    [Fact]
    public void The_profiles_that_were_tried_tell_why_not()
    {
        var verdicts = Trial.ByBuiltIn(Samples.Bytes(Samples.TankReadings)).Verdicts;

        Assert.Equal(
            [
                new("fuel-invoice", IsIt: false, "its root is 'document', not 'FuelInvoice'"),
                new("shift_fuel-grade-movement", IsIt: false, "its root is 'document', not 'NAXML-MovementReport'"),
                new("tank-product-movement", IsIt: false, "its root is 'document', not 'NAXML-MovementReport'"),
                new Explanation.Verdict(
                    "tank-readings",
                    IsIt: true,
                    "its root is 'document', it has readAt and tanks/tank"
                ),
            ],
            verdicts
        );
    }

    [Fact]
    public void What_cannot_be_mapped_is_explained_as_far_as_it_went()
    {
        var explanation = Trial.ByBuiltIn(Samples.With(Samples.FuelInvoice, "<TankID>1<", "<TankID>9<"));

        Assert.Equal("12345", explanation.Site?.Location);
        Assert.Equal("02", explanation.Rows[1].Row["TankNumber"]);
        Assert.Equal(
            [
                "profile fuel-invoice, site 12345, delivery 1 (FuelProducts/FuelProduct), TankNumber: "
                    + "tank '9' is not among the tanks of site 12345 (Sites:File) (from TankID)",
            ],
            explanation.Problems
        );
    }

    [Fact]
    public void What_is_no_document_says_so() => Assert.Equal("the body is blank", Trial.ByBuiltIn([]).DocumentProblem);
}
