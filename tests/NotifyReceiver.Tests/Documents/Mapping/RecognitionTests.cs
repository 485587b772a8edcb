using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

public sealed class RecognitionTests
{
    private static readonly DocumentSource Fetched = new("5127/12345/fuel/20260115/a.xml", "fuel-invoice", "12345");

    [Theory]
    [InlineData("\"root\": \"r\"")]
    [InlineData("\"has\": \"a\"")]
    [InlineData("\"documentType\": \"fuel-invoice\"")]
    [InlineData("\"path\": \"*/fuel/*.xml\"")]
    [InlineData("\"root\": \"r\", \"has\": \"a\", \"documentType\": \"fuel-invoice\", \"path\": \"*?.xml\"")]
    public void A_document_is_of_the_kind_for_which_all_that_is_given_holds(string when) =>
        Assert.True(Assert.Single(Explain(when, Fetched).Verdicts).IsIt);

    [Theory]
    [InlineData("\"root\": \"s\", \"has\": \"a\"", "its root is 'r', not 's'")]
    [InlineData("\"root\": \"r\", \"has\": \"b\"", "it does not have b")]
    [InlineData("\"documentType\": \"invoice\"", "it was obtained as document type 'fuel-invoice', not as 'invoice'")]
    [InlineData("\"root\": \"r\", \"path\": \"*/shift/*\"", "which is not '*/shift/*'")]
    public void What_does_not_hold_says_why(string when, string why)
    {
        var explanation = Explain(when, Fetched);

        Assert.Contains(why, Assert.Single(explanation.Verdicts).Why, StringComparison.Ordinal);
        Assert.Contains("no profile recognises this document", explanation.DocumentProblem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"documentType\": \"fuel-invoice\"", "it was obtained without a document type")]
    [InlineData("\"path\": \"*\"", "it was obtained without a path")]
    public void What_came_in_the_call_itself_has_no_path_and_no_type(string when, string why) =>
        Assert.Contains(why, Assert.Single(Explain(when, new DocumentSource()).Verdicts).Why, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"l\"", "<l>12345</l>", "999", "12345")]
    [InlineData("\"l\"", "", "12345", "12345")]
    [InlineData("null", "", "12345", "12345")]
    public void The_location_is_the_documents_own_or_else_the_business_unit(
        string rule,
        string inner,
        string unit,
        string expected
    )
    {
        var profile = Named("trial", "\"root\": \"r\"", rule == "null" ? "" : $"\"location\": {rule},");

        var explanation = Trial.Explain(profile, $"<r>{inner}</r>", source: new DocumentSource(BusinessUnit: unit));

        Assert.Equal(expected, explanation.Site?.Location);
    }

    [Fact]
    public void Without_either_location_it_says_where_it_looked() =>
        Assert.Equal(
            "profile trial: the document names no location (looked at l, and the business unit that it was obtained for)",
            Trial.Explain(Named("trial", "\"root\": \"r\"", "\"location\": \"l\","), "<r/>").DocumentProblem
        );

    [Fact]
    public void A_profile_and_a_site_that_are_asked_for_are_taken_whatever_the_document_says()
    {
        var library = new ProfileLibrary([Trial.Profile(Named("other", "\"root\": \"s\"", ""))]);
        var mapper = new DocumentMapper(library, TestSites.Read(TestSites.Json));

        var asked = mapper.Explain("<r/>"u8.ToArray(), new DocumentSource(), "other", "12345");

        Assert.Empty(asked.Problems);
        Assert.Equal(("other", "12345"), (asked.Profile, asked.Site!.Location));
        Assert.Equal(
            "there is no profile 'none' (profiles: other)",
            mapper.Explain("<r/>"u8.ToArray(), new DocumentSource(), "none").DocumentProblem
        );
    }

    private static Explanation Explain(string when, DocumentSource source) =>
        Trial.Explain(Named("trial", when, ""), "<r><a/></r>", source: source);

    private static string Named(string name, string when, string location) =>
        $$"""{ "name": "{{name}}", "when": { {{when}} }, {{location}} "rows": [] }""";
}
