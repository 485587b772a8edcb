using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class ReferenceTests
{
    private static readonly NotificationOptions Dotted = Recognise.Default with
    {
        PathMembers = ["path", "data.file.path"],
        TypeMembers = ["meta.kind"],
        BusinessUnitMembers = ["data.station"],
    };

    [Fact]
    public void A_path_is_enough() =>
        Assert.Equal(new Reference("a/b.xml"), Recognise.Reference("""{ "path": "a/b.xml" }"""));

    [Fact]
    public void The_first_name_that_has_a_value_counts() =>
        Assert.Equal(
            new Reference("a.xml", "fuel-invoice", "12345"),
            Recognise.Reference(
                """{ "path": "a.xml", "documentType": "", "type": " fuel-invoice ", "businessUnitId": null, "locationId": "12345" }"""
            )
        );

    [Fact]
    public void A_station_may_be_a_number() =>
        Assert.Equal("12345", Recognise.Reference("""{ "path": "a.xml", "businessUnitId": 12345 }""").BusinessUnit);

    [Theory]
    [InlineData("/a/b.xml", "a/b.xml")]
    [InlineData("//a/b.xml", "a/b.xml")]
    [InlineData("a/..b/c..xml", "a/..b/c..xml")]
    [InlineData("a b/ñandú+%20.xml", "a b/ñandú+%20.xml")]
    public void The_path_is_kept_as_it_is_but_for_what_leads_it(string path, string kept) =>
        Assert.Equal(kept, Recognise.Reference($$"""{ "path": "{{path}}" }""").Path);

    [Theory]
    [InlineData(
        "https://evil.example/a.xml?X-Amz-Signature=s3cret",
        "path: names an address, and hosts come from configuration alone"
    )]
    [InlineData("s3://bucket/a.xml", "path: names an address")]
    [InlineData("..", "path: leads upwards with '..'")]
    [InlineData("a/../b.xml", "path: leads upwards with '..'")]
    [InlineData("a/..\\\\..\\\\b.xml", "path: leads upwards with '..'")]
    [InlineData("a\\nb.xml", "path: has control characters")]
    [InlineData("a\\u0000.xml", "path: has control characters")]
    [InlineData("///", "path: has 0 characters; a path has 1 to 1024")]
    public void A_path_that_may_not_be_followed_says_why(string path, string told)
    {
        var problem = Assert.Single(Recognise.Problems($$"""{ "path": "{{path}}" }"""));

        Assert.StartsWith(told, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_has_an_end()
    {
        Assert.Equal(1024, Recognise.Reference($$"""{ "path": "{{new string('a', 1024)}}" }""").Path.Length);
        Assert.Equal(
            "path: has 1025 characters; a path has 1 to 1024",
            Assert.Single(Recognise.Problems($$"""{ "path": "{{new string('a', 1025)}}" }"""))
        );
    }

    [Theory]
    [InlineData("""{ "path": "" }""")]
    [InlineData("""{ "path": "  " }""")]
    [InlineData("""{ "path": null }""")]
    [InlineData("""{ "path": 7 }""")]
    [InlineData("""{ "path": { "path": "a.xml" } }""")]
    [InlineData("""{ "Path": "a.xml" }""")]
    [InlineData("""{ "data": { "path": "a.xml" } }""")]
    public void Without_a_path_it_is_none(string body) => Recognise.IsTheDocument(body);

    [Theory]
    [InlineData("""{ "path": "a.xml", "readings": [ { "tank": 1 } ] }""")]
    [InlineData("""{ "path": "a.xml", "station": { "id": "12345" } }""")]
    public void A_document_that_has_a_path_too_is_none(string body) => Recognise.IsTheDocument(body);

    [Fact]
    public void Members_of_objects_inside_are_named_with_dots() =>
        Assert.Equal(
            new Reference("a.xml", "fuel-invoice", "12345"),
            Recognise.Reference(
                """{ "meta": { "kind": "fuel-invoice" }, "data": { "station": 12345, "file": { "path": "a.xml" } } }""",
                Dotted
            )
        );

    [Theory]
    [InlineData("""{ "data": { "file": { "path": "a.xml" } }, "rows": [] }""")]
    [InlineData("""{ "data": { "file": { "path": "a.xml" }, "rows": {} } }""")]
    [InlineData("""{ "data": { "file": { "path": "a.xml", "rows": [] } } }""")]
    [InlineData("""{ "data": { "file": [ { "path": "a.xml" } ] } }""")]
    public void A_document_that_has_such_members_too_is_none(string body) => Recognise.IsTheDocument(body, Dotted);

    [Fact]
    public void A_problem_is_told_where_it_stands() =>
        Assert.StartsWith(
            "data.file.path: leads upwards",
            Assert.Single(Recognise.Problems("""{ "data": { "file": { "path": "../a.xml" } } }""", Dotted)),
            StringComparison.Ordinal
        );
}
