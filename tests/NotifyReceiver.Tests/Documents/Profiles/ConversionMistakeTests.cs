using NotifyReceiver.Documents.Profiles;

namespace NotifyReceiver.Tests.Documents.Profiles;

/// <summary>Conversions that cannot mean anything where they stand are told at reading, not when the document comes.</summary>
public sealed class ConversionMistakeTests
{
    [Theory]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"cut\": 5 }", ".cut: does not apply to a number")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"form\": \"yyyy-MM-dd\" }", ".form: does not apply to a number")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"zone\": \"UTC\" }", ".zone: does not apply to a number")]
    [InlineData("TotalVolume", "{ \"date\": \"v\" }", ".date: does not apply to a number")]
    [InlineData("InvoiceNumber", "{ \"value\": \"v\", \"form\": \"yyyy-MM-dd\" }", ".form: does not apply to a text")]
    [InlineData("InvoiceNumber", "{ \"value\": \"v\", \"decimal\": \",\" }", ".decimal: does not apply to a text")]
    [InlineData("InvoiceNumber", "{ \"sum\": \"v\" }", ".sum: does not apply to a text")]
    [InlineData(
        "CreatedDateTime",
        "{ \"value\": \"v\", \"decimal\": \",\" }",
        ".decimal: does not apply to a date-time"
    )]
    [InlineData("CreatedDateTime", "{ \"value\": \"v\", \"cut\": 5 }", ".cut: does not apply to a date-time")]
    [InlineData(
        "CreatedDateTime",
        "{ \"date\": \"v\", \"timeForm\": \"HHmm\" }",
        ".timeForm: does not apply to a date without"
    )]
    [InlineData(
        "CreatedDateTime",
        "{ \"value\": \"v\", \"time\": \"t\" }",
        ".time: does not apply to anything but a date"
    )]
    [InlineData(
        "Comments",
        "{ \"value\": \"v\", \"separator\": \"-\" }",
        ".separator: does not apply to anything but a join"
    )]
    [InlineData("TotalVolume", "{ \"sum\": \"v\", \"trim\": \"x\" }", ".trim: does not apply to a sum")]
    public void A_conversion_that_cannot_apply(string field, string rule, string told) =>
        Assert.StartsWith(
            $"rows[0].fields.{field}{told}",
            Assert.Single(Mistakes(field, rule)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "TotalVolume",
        "{ \"value\": \"v\", \"constant\": \"1\" }",
        "takes exactly one of value, constant, date, join, sum, and has value and constant"
    )]
    [InlineData("TotalVolume", "{ \"default\": \"1\" }", "and has none")]
    [InlineData(
        "TotalVolume",
        "{ \"value\": \"v\", \"decimal\": \"comma\" }",
        ".decimal: 'comma' is not one character"
    )]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"group\": \"0\" }", ".group: '0' is not one character")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"decimal\": \",\", \"group\": \",\" }", "',' cannot stand both")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"group\": \".\" }", "'.' cannot stand both")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"map\": { \"a\": 1 } }", ".map.a: must be a text")]
    [InlineData("TotalVolume", "{ \"value\": \"v\", \"map\": [] }", ".map: is required, as an object")]
    [InlineData(
        "TotalVolume",
        "{ \"value\": \"v\", \"defalt\": \"1\" }",
        "'defalt' is not known; did you mean default?"
    )]
    [InlineData("TotalVolume", "[]", "is an empty list")]
    [InlineData("InvoiceNumber", "{ \"value\": \"v\", \"cut\": 0 }", ".cut: is a number of characters")]
    [InlineData("InvoiceNumber", "{ \"value\": { \"value\": \"a[\" } }", ".value.value: 'a[' is not an XPath")]
    [InlineData("CreatedDateTime", "{ \"value\": \"v\", \"form\": \"HH:mm\" }", ".form: 'HH:mm' does not tell a date")]
    [InlineData(
        "CreatedDateTime",
        "{ \"value\": \"v\", \"form\": [\"yyyy-MM-dd\", \"MM/dd\"] }",
        ".form[1]: 'MM/dd' tells neither"
    )]
    [InlineData(
        "CreatedDateTime",
        "{ \"date\": \"v\", \"time\": \"t\", \"timeForm\": \"hh:mm\" }",
        ".timeForm: 'hh:mm' does not tell morning from evening"
    )]
    [InlineData(
        "CreatedDateTime",
        "{ \"value\": \"v\", \"zone\": \"EST5\" }",
        ".zone: 'EST5' is neither an IANA time zone"
    )]
    public void A_conversion_that_is_none(string field, string rule, string told) =>
        Assert.Contains(Mistakes(field, rule), mistake => mistake.Contains(told, StringComparison.Ordinal));

    [Fact]
    public void Formats_of_the_whole_profile_may_be_of_every_kind_and_are_checked_too()
    {
        Assert.Empty(
            ProfileReader
                .Read(With("""{ "decimal": ",", "group": ".", "form": ["dd.MM.yyyy"], "zone": "UTC" }"""))
                .Mistakes
        );
        Assert.Equal(
            ["formats: 'decimals' is not known; did you mean decimal? (known: decimal, group, form, timeForm, zone)"],
            ProfileReader.Read(With("""{ "decimals": "," }""")).Mistakes
        );
    }

    private static string With(string formats) =>
        $$"""{ "name": "x", "when": { "root": "r" }, "formats": {{formats}}, "rows": [] }""";

    private static IReadOnlyList<string> Mistakes(string field, string rule) =>
        ProfileReader
            .Read(
                $$"""
                { "name": "x", "when": { "root": "r" },
                  "rows": [ { "yields": "deliveries", "select": "row", "fields": { "{{field}}": {{rule}} } } ] }
                """
            )
            .Mistakes;
}
