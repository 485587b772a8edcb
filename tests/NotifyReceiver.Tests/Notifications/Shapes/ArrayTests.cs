using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class ArrayTests
{
    private const string A = """{ "path": "a.xml" }""";
    private const string B = """{ "path": "b.xml" }""";

    private static readonly string S3 = Recognise.SampleText("s3-object-created.json");
    private static readonly string Probe = Recognise.SampleText("s3-test-event.json");

    [Fact]
    public void References_are_put_together()
    {
        var shape = Assert.IsType<Shape.References>(Recognise.Text($"[{A}, {B}, {A}]"));

        Assert.Equal("reference", shape.Name);
        Assert.Equal([new Reference("a.xml"), new Reference("b.xml")], shape.All);
    }

    [Fact]
    public void So_are_things_of_different_kinds()
    {
        var shape = Assert.IsType<Shape.References>(
            Recognise.Text($"[{A}, {S3}, {Recognise.SampleText("sns-s3-object-created.json")}, {Probe}]")
        );

        Assert.Equal("array", shape.Name);
        Assert.Equal(3, shape.All.Count);
        Assert.StartsWith("Amazon S3 tried", Assert.Single(shape.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_and_nothing_is_nothing() =>
        Assert.Equal(2, Assert.IsType<Shape.Nothing>(Recognise.Text($"[{Probe}, {Probe}]")).Notes.Count);

    [Theory]
    [InlineData("{ \"tank\": 1 }")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_stranger_among_them_is_told_and_nothing_is_taken(string stranger) =>
        Assert.Equal(
            "[1]: is neither a reference nor an event, though others beside it are; have the sender send each kind by itself",
            Assert.Single(Recognise.Problems($"[{A}, {stranger}, {B}, {stranger}]"))
        );

    [Fact]
    public void A_document_in_an_envelope_among_them_is_told_and_nothing_is_taken() =>
        Assert.Equal(
            "[1]: is sns/document among others; have the sender send it as a notification of its own",
            Assert.Single(Recognise.Problems($"[{A}, {Sns.Notification("<a/>")}]"))
        );

    [Fact]
    public void A_broken_one_among_them_is_told_with_its_place() =>
        Assert.Equal(
            ["[1]: path", "[3]: Records[0].eventName"],
            Recognise
                .Problems(
                    $$"""[{{A}}, { "path": "../b.xml" }, {{S3}}, {{S3.Replace("ObjectCreated", "x", StringComparison.Ordinal)}}]"""
                )
                .Select(problem => string.Join(':', problem.Split(':')[..2]))
        );

    [Fact]
    public void A_thousand_documents_are_taken_and_not_one_more()
    {
        Assert.Equal(1000, Assert.IsType<Shape.References>(Recognise.Text(Many(1000))).All.Count);
        Assert.StartsWith(
            "it names 1001 documents",
            Assert.Single(Recognise.Problems(Many(1001))),
            StringComparison.Ordinal
        );
    }

    private static string Many(int count) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{ "path": "{{i}}" }"""))}]";
}
