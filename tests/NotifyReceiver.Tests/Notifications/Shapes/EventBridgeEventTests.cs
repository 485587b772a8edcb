using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class EventBridgeEventTests
{
    [Fact]
    public void The_key_is_not_decoded() => Assert.Equal("a+b%20c.xml", Recognise.Reference(S3("a+b%20c.xml")).Path);

    [Fact]
    public void What_was_deleted_is_told_and_not_fetched()
    {
        var nothing = Assert.IsType<Shape.Nothing>(Recognise.Text(S3("a.xml", "Object Deleted")));

        Assert.Equal("eventbridge-event", nothing.Name);
        Assert.StartsWith(
            "'a.xml' was removed at the sender's",
            Assert.Single(nothing.Notes),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_stayed_as_it_was_is_told_and_not_fetched() =>
        Assert.Equal(
            "Object Tags Added changes nothing in 'a.xml'; nothing is fetched",
            Assert.Single(Assert.IsType<Shape.Nothing>(Recognise.Text(S3("a.xml", "Object Tags Added"))).Notes)
        );

    [Fact]
    public void An_event_that_nobody_knows_is_not_passed_over() =>
        Assert.StartsWith(
            "detail-type: 'Object Moved' is no event that is known here",
            Assert.Single(Recognise.Problems(S3("a.xml", "Object Moved"))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{ "object": { "key": 7 } }""")]
    [InlineData("""{ "object": { "key": "" } }""")]
    public void An_event_of_amazon_s3_without_a_key_is_broken(string detail) =>
        Assert.Equal(
            "detail.object.key: is missing or no text; have the sender mend it",
            Assert.Single(Recognise.Problems(Event("aws.s3", "Object Created", detail)))
        );

    [Fact]
    public void A_key_that_may_not_be_followed_is_told_with_its_place() =>
        Assert.StartsWith(
            "detail.object.key: leads upwards",
            Assert.Single(Recognise.Problems(S3("../a.xml"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_event_of_the_senders_own_may_hold_a_reference()
    {
        var shape = Assert.IsType<Shape.References>(
            Recognise.Text(
                Event("petrosoft", "Document Changed", """{ "path": "a.xml", "documentType": "fuel-invoice" }""")
            )
        );

        Assert.Equal("eventbridge-event", shape.Name);
        Assert.Equal(new Reference("a.xml", "fuel-invoice"), Assert.Single(shape.All));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{ "file": "a.xml" }""")]
    [InlineData("""{ "path": "a.xml", "readings": [] }""")]
    public void An_event_of_the_senders_own_without_a_reference_says_what_to_do(string detail) =>
        Assert.Equal(
            "detail: names no document (source 'petrosoft'); if it does under another name, add that to Notifications:PathMembers, restart and replay this",
            Assert.Single(Recognise.Problems(Event("petrosoft", "Document Changed", detail)))
        );

    [Fact]
    public void A_reference_in_it_that_may_not_be_followed_is_told_with_its_place() =>
        Assert.StartsWith(
            "detail: path: leads upwards",
            Assert.Single(Recognise.Problems(Event("petrosoft", "x", """{ "path": "../a.xml" }"""))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_at_once_are_one_notification()
    {
        var shape = Assert.IsType<Shape.References>(
            Recognise.Text(
                $"""[ {S3("a.xml", sequencer: "03")}, {S3("b.xml")}, {S3("a.xml", sequencer: "02")}, {S3("c.xml", "Object Deleted")} ]"""
            )
        );

        Assert.Equal("eventbridge-event", shape.Name);
        Assert.Equal([new Reference("a.xml", Sequencer: "03"), new Reference("b.xml", Sequencer: "01")], shape.All);
        Assert.Single(shape.Notes);
    }

    private static string S3(string key, string type = "Object Created", string sequencer = "01") =>
        Event("aws.s3", type, $$"""{ "object": { "key": "{{key}}", "sequencer": "{{sequencer}}" } }""");

    private static string Event(string source, string type, string detail) =>
        $$"""{ "version": "0", "id": "1", "detail-type": "{{type}}", "source": "{{source}}", "detail": {{detail}} }""";
}
