using NotifyReceiver.Documents.Profiles;

namespace NotifyReceiver.Tests.Documents.Profiles;

public sealed class ProfileReaderTests
{
    [Fact]
    public void Every_mistake_is_told_with_its_place()
    {
        var (profile, mistakes) = ProfileReader.Read(
            """
            { "name": "x", "when": { "root": "R", "rooot": 1 }, "location": "a[",
              "rows": [
                { "yields": "delivery", "select": "row", "fields": {} },
                { "yields": "deliveries", "select": "n:row", "fields": { "TotalVolum": "v", "Comments": { "constnt": "x" }, "InvoiceNumber": 5 } }
              ] }
            """
        );

        Assert.Null(profile);
        Assert.Collection(
            mistakes,
            it =>
                Assert.Equal(
                    "when: 'rooot' is not known; did you mean root? (known: root, has, documentType, path)",
                    it
                ),
            it => Assert.StartsWith("location: 'a[' is not an XPath 1.0 expression", it, StringComparison.Ordinal),
            it => Assert.Equal("rows[0].yields: 'delivery' is neither 'deliveries' nor 'inventories'", it),
            it =>
                Assert.StartsWith(
                    "rows[1].select: 'n:row' is not an XPath 1.0 expression",
                    it,
                    StringComparison.Ordinal
                ),
            it =>
                Assert.Equal(
                    "rows[1].fields.TotalVolum: ATIONET has no such field for this kind of row; did you mean TotalVolume?",
                    it
                ),
            it => Assert.StartsWith("rows[1].fields.Comments: 'constnt' is not known", it, StringComparison.Ordinal),
            it =>
                Assert.StartsWith(
                    "rows[1].fields.Comments: takes exactly one of value, constant, date, join, sum, and has none",
                    it,
                    StringComparison.Ordinal
                ),
            it => Assert.StartsWith("rows[1].fields.InvoiceNumber: is required", it, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Broken_json_tells_its_line() =>
        Assert.StartsWith(
            "line 2",
            Assert.Single(ProfileReader.Read("{\n nonsense }").Mistakes),
            StringComparison.Ordinal
        );

    [Fact]
    public void Comments_and_trailing_commas_are_no_mistakes()
    {
        var (profile, mistakes) = ProfileReader.Read(
            """
            {
              "name": "x", // ours
              "description": "What it is for",
              "when": { "path": "*/fuel/*", },
              /* The business unit tells the location. */
              "rows": [],
            }
            """
        );

        Assert.Empty(mistakes);
        Assert.Equal("What it is for", profile!.Description);
        Assert.Null(profile.Location);
    }

    [Theory]
    [InlineData("\"when\": {}", "when: is empty, and would hold for every document")]
    [InlineData("\"when\": { \"root\": 5 }", "when.root: is required, as a text")]
    [InlineData("\"when\": []", "when: is required, as an object")]
    [InlineData("\"when\": { \"root\": \"r\" }, \"identity\": \"a\"", "identity: is required, as a list")]
    [InlineData("\"when\": { \"root\": \"r\" }, \"identity\": [\"a[\"]", "identity[0]: 'a[' is not an XPath")]
    [InlineData("\"when\": { \"root\": \"r\" }, \"ident\": []", "the profile: 'ident' is not known")]
    [InlineData("\"when\": { \"root\": \"r\" }, \"name\": \"y\"", "Duplicate property 'name'")]
    [InlineData("\"when\": { \"root\": \"\\ud800\" }", "Cannot read incomplete UTF-16")]
    public void What_is_wrong_with_the_whole_is_told(string members, string told) =>
        Assert.StartsWith(
            told,
            ProfileReader.Read($$"""{ "name": "x", "rows": [], {{members}} }""").Mistakes[0],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("\"skipWhen\": [\"a\", \"b[\"]", "rows[0].skipWhen[1]: 'b[' is not an XPath")]
    [InlineData("\"split\": { \"over\": \"product\" }", "rows[0].split.by: is required")]
    [InlineData("\"split\": { \"over\": \"product\", \"by\": \"size\" }", "rows[0].split.by: 'size' is neither")]
    [InlineData(
        "\"split\": { \"over\": \"c\", \"tank\": \"t\" }",
        "rows[0].split.share: a selector (XPath) is required"
    )]
    [InlineData(
        "\"split\": { \"over\": \"c\", \"tank\": \"t\", \"share\": \"s\", \"by\": \"equal\" }",
        "rows[0].split.by: applies only over 'product'"
    )]
    [InlineData(
        "\"split\": { \"over\": \"product\", \"by\": \"equal\" }, \"fields\": { \"TankNumber\": \"t\" }",
        "rows[0].fields.TankNumber: the split tells the tanks"
    )]
    public void What_is_wrong_with_a_row_is_told(string members, string told)
    {
        var fields = members.Contains("fields", StringComparison.Ordinal) ? "" : "\"fields\": {},";

        Assert.StartsWith(
            told,
            Assert.Single(
                ProfileReader
                    .Read(
                        $$"""
                        { "name": "x", "when": { "root": "r" },
                          "rows": [ { "yields": "deliveries", "select": "row", {{fields}} {{members}} } ] }
                        """
                    )
                    .Mistakes
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_built_in_profiles_are_sound_and_of_different_names()
    {
        var names = ProfileLibrary.BuiltIn().Select(profile => profile.Name).ToList();

        Assert.Equal(["fuel-invoice", "shift_fuel-grade-movement", "tank-product-movement", "tank-readings"], names);
    }
}
