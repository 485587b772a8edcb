using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Documents.Mapping;

public sealed class SkipTests
{
    [Theory]
    [InlineData("\"v = 0\"", 2)]
    [InlineData("[\"v = 0\", \"@void\"]", 1)]
    [InlineData("\"../closed\"", 3)]
    public void An_element_of_which_a_condition_holds_is_no_row(string skipWhen, int left) =>
        Assert.Equal(left, Trial.Rows(Profile(skipWhen), Document).All.Count);

    [Fact]
    public void It_is_told_which_and_why()
    {
        var explanation = Trial.Explain(Profile("[\"v = 0\", \"@void\"]"), Document);

        Assert.Equal(
            [new Explanation.Skip("inventory 1 (/r/l)", "v = 0"), new Explanation.Skip("inventory 3 (/r/l)", "@void")],
            explanation.Skipped
        );
        Assert.Equal("inventory 2 (/r/l)", Assert.Single(explanation.Rows).Name);
    }

    [Fact]
    public void A_document_of_skipped_rows_alone_says_so() =>
        Assert.Equal(
            ["it yields nothing: its rows, 3, are all skipped by the profile's conditions"],
            Trial.Rows(Profile("\"true()\""), Document).Notes
        );

    private const string Document = """
        <r><l><v>0</v></l><l><v>5</v></l><l void="yes"><v>7</v></l></r>
        """;

    private static string Profile(string skipWhen) =>
        $$"""
            { "name": "trial", "when": { "root": "r" }, "location": { "constant": "12345" },
              "rows": [ { "yields": "inventories", "select": "/r/l", "skipWhen": {{skipWhen}},
                "fields": { "TankNumber": { "constant": "1" }, "ProductCode": { "constant": "UNL87" },
                            "DateTime": { "constant": "2026-01-15" }, "Volume": "v" } } ] }
            """;
}
