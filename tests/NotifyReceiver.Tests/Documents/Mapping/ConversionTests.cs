using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

/// <summary>What a rule of a field makes of a document, one conversion after the other.</summary>
public sealed class ConversionTests
{
    [Theory]
    // 100 usgal are 378.5411784 l.
    [InlineData("\"a\"", "<a>100</a>", "378.541")]
    [InlineData("[\"a\", \"b\"]", "<a> </a><b>100</b>", "378.541")]
    [InlineData("{ \"value\": \"a\" }", "<a>100</a>", "378.541")]
    [InlineData("{ \"constant\": \"100\" }", "", "378.541")]
    [InlineData("{ \"value\": \"a\", \"decimal\": \",\" }", "<a>100,00</a>", "378.541")]
    // 1,000.5 usgal are 3787.304489892 l.
    [InlineData("{ \"value\": \"a\", \"group\": \",\" }", "<a>1,000.5</a>", "3787.304")]
    [InlineData("{ \"value\": [\"b\", \"a\"], \"decimal\": \",\", \"group\": \".\" }", "<a>1.000,5</a>", "3787.304")]
    [InlineData("{ \"value\": \"a\", \"default\": \"100\" }", "", "378.541")]
    [InlineData("{ \"value\": \"a\", \"map\": { \"full\": \"100\" } }", "<a>full</a>", "378.541")]
    [InlineData("{ \"value\": \"a\", \"trim\": \"gal \" }", "<a>100 gal</a>", "378.541")]
    [InlineData("{ \"sum\": \"a\" }", "<a>40</a><a>40</a><a>20</a>", "378.541")]
    [InlineData("{ \"sum\": [\"a\", \"b\"], \"decimal\": \",\" }", "<a>40,5</a><b>59,5</b>", "378.541")]
    [InlineData("{ \"sum\": \"a\", \"default\": \"100\" }", "", "378.541")]
    public void A_volume(string rule, string inner, string expected) =>
        Assert.Equal(expected, Trial.Field("Volume", rule, inner).Value);

    [Theory]
    [InlineData("{ \"value\": \"a\", \"decimal\": \",\" }", "<a>100.5</a>", "'100.5' is not a number like 4200,5")]
    [InlineData("{ \"sum\": \"a\" }", "<a>40</a><a>forty</a>", "'forty' is not a number")]
    [InlineData("{ \"value\": \"a\", \"default\": \"none\" }", "", "'none' is not a number")]
    [InlineData("[\"a\", \"b\"]", "<a>1</a><a>2</a><b>3</b>", "several that differ, '1' and '2'")]
    public void A_volume_that_is_none(string rule, string inner, string told) =>
        Assert.Contains(told, Trial.Field("Volume", rule, inner).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"value\": \"a\", \"map\": { \"1\": \"2\" } }", "<a>2</a>", "02")]
    [InlineData("{ \"value\": \"a\", \"map\": { \"A\": \"1\", \"*\": \"2\" } }", "<a>whatever</a>", "02")]
    [InlineData("{ \"value\": \"a\", \"map\": { \"n/a\": \"\" }, \"default\": \"2\" }", "<a>n/a</a>", "02")]
    [InlineData("{ \"value\": \"a\", \"trim\": \"-\", \"default\": \"2\" }", "<a>---</a>", "02")]
    [InlineData("{ \"value\": \"a\", \"trim\": \"0\" }", "<a>002</a>", "02")]
    [InlineData("{ \"value\": \"a\", \"cut\": 1 }", "<a>2nd tank</a>", "02")]
    [InlineData("[{ \"value\": \"a\", \"map\": { \"*\": \"\" } }, { \"constant\": \"2\" }]", "<a>1</a>", "02")]
    [InlineData("{ \"join\": [\"a\", \"b\"], \"separator\": \"\", \"trim\": \"x\" }", "<a>x</a><b>2</b>", "02")]
    public void A_text_by_which_a_tank_is_found(string rule, string inner, string expected) =>
        Assert.Equal(expected, Trial.Field("TankNumber", rule, inner, product: """{ "constant": "DSL" }""").Value);

    [Theory]
    [InlineData("\"a\"", "<a>2026-01-15T04:31:00</a>", "2026/01/15 04:31:00")]
    [InlineData("\"a\"", "<a>2026-01-15T09:31:00Z</a>", "2026/01/15 04:31:00")]
    [InlineData(
        "{ \"value\": \"a\", \"form\": \"MM/dd/yyyy HH:mm\" }",
        "<a>01/15/2026 04:31</a>",
        "2026/01/15 04:31:00"
    )]
    [InlineData(
        "{ \"value\": \"a\", \"form\": [\"dd.MM.yyyy\", \"MM/dd/yyyy\"] }",
        "<a>01/15/2026</a>",
        "2026/01/15 00:00:00"
    )]
    [InlineData("{ \"value\": \"a\", \"zone\": \"UTC\" }", "<a>2026-01-15T09:31:00</a>", "2026/01/15 04:31:00")]
    [InlineData("{ \"value\": \"a\", \"zone\": \"UTC\" }", "<a>2026-01-15</a>", "2026/01/15 00:00:00")]
    [InlineData("{ \"date\": \"a\", \"time\": \"b\" }", "<a>2026-01-15</a><b>04:31</b>", "2026/01/15 04:31:00")]
    [InlineData("{ \"date\": \"a\", \"time\": \"b\" }", "<a>2026-01-15T</a><b>09:31:00Z</b>", "2026/01/15 04:31:00")]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\" }",
        "<a>2026-01-15T00:00:00-04:00</a><b>04:31:00-05:00</b>",
        "2026/01/15 04:31:00"
    )]
    [InlineData("{ \"date\": \"a\", \"time\": \"b\" }", "<a>2026-01-14</a><b>24:00:00</b>", "2026/01/15 00:00:00")]
    [InlineData("{ \"date\": \"a\", \"time\": \"b\" }", "<a>2026-01-15</a>", "2026/01/15 00:00:00")]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\", \"offset\": \"c\" }",
        "<a>2026-01-15</a><b>05:31:00</b><c>-0400</c>",
        "2026/01/15 04:31:00"
    )]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\", \"form\": \"yyyyMMdd\", \"timeForm\": \"HHmmss\" }",
        "<a>20260115</a><b>043100</b>",
        "2026/01/15 04:31:00"
    )]
    [InlineData(
        "{ \"date\": \"a\", \"map\": { \"0000-00-00\": \"\" }, \"default\": \"2026-01-15\" }",
        "<a>0000-00-00</a>",
        "2026/01/15 00:00:00"
    )]
    public void A_date_time(string rule, string inner, string expected) =>
        Assert.Equal(expected, Trial.Field("DateTime", rule, inner).Value);

    [Theory]
    [InlineData("{ \"value\": \"a\", \"form\": \"MM/dd/yyyy\" }", "<a>2026-01-15</a>", "of the form MM/dd/yyyy")]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\" }",
        "<a>2026-01-15</a><b>noon</b>",
        "'2026-01-15Tnoon' is not a date-time"
    )]
    [InlineData("{ \"date\": \"a\", \"time\": \"b\" }", "<a>15.1.</a><b>04:31</b>", "is not a date-time like")]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\", \"offset\": \"c\" }",
        "<a>2026-01-15</a><b>05:31:00-05:00</b><c>-0400</c>",
        "is not a date-time"
    )]
    [InlineData(
        "{ \"date\": \"a\", \"time\": \"b\", \"offset\": \"c\" }",
        "<a>2026-01-15</a><b>05:31:00</b><c>EST</c>",
        "is not a date-time"
    )]
    public void A_date_time_that_is_none(string rule, string inner, string told) =>
        Assert.Contains(told, Trial.Field("DateTime", rule, inner).Problem, StringComparison.Ordinal);

    [Fact]
    public void The_formats_of_the_profile_count_for_every_field_that_does_not_tell_its_own()
    {
        const string Formats = """{ "decimal": ",", "group": ".", "form": "dd.MM.yyyy HH:mm", "zone": "UTC" }""";

        Assert.Equal("3787.304", Trial.Field("Volume", "\"a\"", "<a>1.000,5</a>", Formats).Value);
        Assert.Equal(
            "3787.304",
            Trial.Field("Volume", """{ "value": "a", "decimal": ".", "group": "," }""", "<a>1,000.5</a>", Formats).Value
        );
        Assert.Equal("2026/01/15 04:31:00", Trial.Field("DateTime", "\"a\"", "<a>15.01.2026 09:31</a>", Formats).Value);
    }

    [Theory]
    // Half to even: 0.0005 → 0.000, 0.0015 → 0.002; 14.505 and 14.515 °C.
    [InlineData("Volume", "0.0005", "0.0")]
    [InlineData("Volume", "0.0015", "0.002")]
    [InlineData("Volume", "0.00151", "0.002")]
    [InlineData("Temperature", "14.505", "14.5")]
    [InlineData("Temperature", "14.515", "14.52")]
    public void Numbers_are_rounded_half_to_even(string field, string number, string expected) =>
        Assert.Equal(expected, Trial.Field(field, "\"a\"", $"<a>{number}</a>", convertUnits: false).Value);

    [Fact]
    public void A_default_is_told_beside_what_the_document_has() =>
        Assert.Equal(
            ("n/a", "'n/a' mapped to '', the default, usgal → l, 3 decimals"),
            (
                Trial.Field("Volume", NotApplicable, "<a>n/a</a>").Raw,
                Trial.Field("Volume", NotApplicable, "<a>n/a</a>").How
            )
        );

    private const string NotApplicable = """{ "value": "a", "map": { "n/a": "" }, "default": "100" }""";

    [Fact]
    public void The_explanation_of_a_field_says_what_was_done()
    {
        var volume = Trial.Field("Volume", """["b", { "value": "a", "map": { "full": "100" } }]""", "<a>full</a>");

        Assert.Equal("a", volume.Source);
        Assert.Equal("full", volume.Raw);
        Assert.Equal("'full' mapped to '100', usgal → l, 3 decimals", volume.How);
    }
}
