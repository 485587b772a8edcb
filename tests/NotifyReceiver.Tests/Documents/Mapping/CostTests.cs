using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

/// <summary>Selectors that ask for more than any machine can do end with a reason. Were they not bounded, these tests would hang.</summary>
public sealed class CostTests
{
    private const string Told =
        "the selectors of the profiles take too many steps over this document; simpler ones, without '//', take fewer";

    private static readonly string Large = $"<r>{string.Concat(Enumerable.Repeat("<a><b>1</b></a>", 60_000))}</r>";

    [Theory]
    [InlineData("//*[count(//*) = 1]")]
    [InlineData("//a[//b[//a[//b = 2]]]")]
    [InlineData("//*[count(preceding::*) > 1000000]")]
    [InlineData("//a[count(preceding-sibling::a) > 1000000]")]
    [InlineData("//a[string-length(/) > string-length(string(/r))]")]
    [InlineData("//a[contains(concat(/, /, /, /), '2')]")]
    public void A_selector_over_a_large_document_is_stopped(string selector)
    {
        Assert.Equal(Told, Trial.Explain(Recognising(selector), Large).DocumentProblem);
        Assert.Equal(Told, Trial.Explain(Selecting(selector), Large).DocumentProblem);
    }

    [Fact]
    public void What_was_known_before_it_was_stopped_is_still_told() =>
        Assert.Equal("12345", Trial.Explain(Selecting("//*[count(//*) = 1]"), Large).Site?.Location);

    [Fact]
    public void A_thousand_rows_that_each_look_past_all_others_are_not_too_many()
    {
        var one = """
            <FGMDetail><FuelGradeID>001</FuelGradeID><BookInventory>6120.250</BookInventory></FGMDetail>
            """;
        var document = Samples.With(
            Samples.StickReadings,
            "</MovementHeader>",
            "</MovementHeader>" + string.Concat(Enumerable.Repeat(one, 998))
        );

        Assert.Equal(1000, Trial.ByBuiltIn(document).Rows.Count);
        Assert.Empty(Trial.ByBuiltIn(document).Problems);
    }

    [Fact]
    public void A_selector_of_endless_length_or_depth_is_refused_at_reading()
    {
        Assert.Contains("1000 are the most", Mistake(new string('a', 1001)), StringComparison.Ordinal);
        Assert.Contains(
            "is not an XPath 1.0 expression",
            Mistake(new string('(', 400) + "a" + new string(')', 400)),
            StringComparison.Ordinal
        );
    }

    private static string Mistake(string selector) =>
        Assert.Single(NotifyReceiver.Documents.Profiles.ProfileReader.Read(Recognising(selector)).Mistakes);

    private static string Recognising(string selector) =>
        $$"""{ "name": "trial", "when": { "has": "{{selector}}" }, "location": { "constant": "12345" }, "rows": [] }""";

    private static string Selecting(string selector) =>
        $$"""
            { "name": "trial", "when": { "root": "r" }, "location": { "constant": "12345" },
              "rows": [ { "yields": "inventories", "select": "{{selector}}", "fields": {} } ] }
            """;
}
