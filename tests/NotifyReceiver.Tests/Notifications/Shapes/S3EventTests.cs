using System.Globalization;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class S3EventTests
{
    [Theory]
    [InlineData("a+b.xml", "a b.xml")]
    [InlineData("a%2Bb.xml", "a+b.xml")]
    [InlineData("%C3%91and%C3%BA/%E2%82%AC.xml", "Ñandú/€.xml")]
    [InlineData("100%25.xml", "100%.xml")]
    [InlineData("a%252Fb.xml", "a%2Fb.xml")]
    public void The_key_is_decoded_once(string key, string path) =>
        Assert.Equal(path, Recognise.Reference(Event(Record(key))).Path);

    [Theory]
    [InlineData("a%2F..%2Fb.xml", "leads upwards")]
    [InlineData("..%5C..%5Cb.xml", "leads upwards")]
    [InlineData("https%3A%2F%2Fevil.example%2Fa.xml", "names an address")]
    [InlineData("a%0Ab.xml", "has control characters")]
    [InlineData("%C0%AE%C0%AE%2Fb.xml", "is not URL-encoded UTF-8")] // ".." in two bytes each, as UTF-8 forbids
    [InlineData("%FF.xml", "is not URL-encoded UTF-8")]
    public void What_encoding_hides_is_found(string key, string told) =>
        Assert.StartsWith(
            $"Records[0].s3.object.key: {told}",
            Assert.Single(Recognise.Problems(Event(Record(key)))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ObjectCreated:Put")]
    [InlineData("ObjectCreated:CompleteMultipartUpload")]
    [InlineData("s3:ObjectCreated:Put")]
    public void What_was_created_is_fetched(string name) =>
        Assert.Equal("a.xml", Recognise.Reference(Event(Record("a.xml", name))).Path);

    [Theory]
    [InlineData("ObjectRemoved:Delete")]
    [InlineData("ObjectRemoved:DeleteMarkerCreated")]
    [InlineData("LifecycleExpiration:Delete")]
    [InlineData("ReducedRedundancyLostObject")]
    public void What_was_removed_is_told_and_not_fetched(string name)
    {
        var nothing = Assert.IsType<Shape.Nothing>(Recognise.Text(Event(Record("a+b.xml", name))));

        Assert.Equal("s3-event", nothing.Name);
        Assert.Equal(
            "'a b.xml' was removed at the sender's; nothing is fetched, and ATIONET has no way to take back",
            Assert.Single(nothing.Notes)
        );
    }

    [Theory]
    [InlineData("ObjectTagging:Put")]
    [InlineData("LifecycleTransition")]
    [InlineData("Replication:OperationNotTracked")]
    public void What_stayed_as_it_was_is_told_and_not_fetched(string name) =>
        Assert.Equal(
            $"{name} changes nothing in 'a.xml'; nothing is fetched",
            Assert.Single(Assert.IsType<Shape.Nothing>(Recognise.Text(Event(Record("a.xml", name)))).Notes)
        );

    [Theory]
    [InlineData("ObjectMoved:Put")]
    [InlineData("objectcreated:Put")]
    public void An_event_that_nobody_knows_is_not_passed_over(string name) =>
        Assert.StartsWith(
            $"Records[0].eventName: '{name}' is no event that is known here",
            Assert.Single(Recognise.Problems(Event(Record("a.xml", name)))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_records_name_several_documents_in_their_order()
    {
        var shape = Assert.IsType<Shape.References>(
            Recognise.Text(Event(Record("b.xml"), Record("c.xml", "ObjectRemoved:Delete"), Record("a.xml")))
        );

        Assert.Equal(["b.xml", "a.xml"], shape.All.Select(reference => reference.Path));
        Assert.StartsWith("'c.xml' was removed", Assert.Single(shape.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_events_for_one_key_the_latest_counts()
    {
        var shape = Assert.IsType<Shape.References>(
            Recognise.Text(
                Event(
                    Record("a.xml", sequencer: "0055AED6DCD90281E5"),
                    Record("a.xml", sequencer: "0055AED6DCD90281E7"),
                    Record("b.xml", sequencer: "FF"),
                    Record("a.xml", sequencer: "0055AED6DCD90281E6")
                )
            )
        );

        Assert.Equal(
            [new Reference("a.xml", Sequencer: "0055AED6DCD90281E7"), new Reference("b.xml", Sequencer: "FF")],
            shape.All
        );
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("2.1")]
    [InlineData("2.6")]
    [InlineData("2")]
    public void Later_versions_of_the_known_kind_are_taken(string version) =>
        Assert.Equal("a.xml", Recognise.Reference(Event(Record("a.xml", version: version))).Path);

    [Theory]
    [InlineData("1.0")]
    [InlineData("3.0")]
    [InlineData("20.1")]
    [InlineData("x")]
    public void Another_version_is_not(string version) =>
        Assert.Equal(
            $"Records[0].eventVersion: '{version}' is not 2.x, the one known here; ask for a newer version of this program",
            Assert.Single(Recognise.Problems(Event(Record("a.xml", version: version))))
        );

    [Theory]
    [InlineData("eventVersion", "eventVersion")]
    [InlineData("eventName", "eventName")]
    [InlineData("key", "s3.object.key")]
    [InlineData("object", "s3.object.key")]
    public void A_broken_record_is_told_with_its_place(string member, string at) =>
        Assert.Equal(
            $"Records[1].{at}: is missing or no text; have the sender mend it",
            Assert.Single(
                Recognise.Problems(
                    Event(Record("a.xml"), Record("b.xml").Replace($"\"{member}\"", "\"x\"", StringComparison.Ordinal))
                )
            )
        );

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{ \"eventSource\": \"aws:sns\" }")]
    public void A_record_that_is_none_is_told_with_all_that_is_missing(string record) =>
        Assert.Equal(
            ["Records[1].eventVersion", "Records[1].eventName", "Records[1].s3.object.key"],
            Recognise.Problems(Event(Record("a.xml"), record)).Select(problem => problem.Split(':')[0])
        );

    [Fact]
    public void A_thousand_documents_are_taken_and_not_one_more()
    {
        var thousand = Enumerable
            .Range(1, 1000)
            .Select(i => Record(i.ToString(CultureInfo.InvariantCulture)))
            .ToArray();

        Assert.Equal(1000, Assert.IsType<Shape.References>(Recognise.Text(Event(thousand))).All.Count);
        Assert.Equal(
            1000,
            Assert.IsType<Shape.References>(Recognise.Text(Event([.. thousand, Record("1000")]))).All.Count
        );
        Assert.Equal(
            "it names 1001 documents; 1000 are the most that one notification may name; have the sender split it",
            Assert.Single(Recognise.Problems(Event([.. thousand, Record("1001")])))
        );
    }

    [Fact]
    public void What_is_told_is_never_endless()
    {
        var broken = Enumerable
            .Repeat(Record("..\\u001b[2J" + new string('x', 900), "ObjectRemoved:Delete"), 30)
            .ToArray();

        var notes = Assert.IsType<Shape.Nothing>(Recognise.Text(Event(broken))).Notes;

        Assert.Equal(21, notes.Count);
        Assert.Equal("and 10 more", notes[^1]);
        Assert.All(notes, note => Assert.InRange(note.Length, 1, 401));
        Assert.DoesNotContain('\u001b', notes[0]);
        Assert.EndsWith("ATIONET has no way to take back", notes[0], StringComparison.Ordinal);
    }

    private static string Event(params IEnumerable<string> records) =>
        $$"""{ "Records": [ {{string.Join(", ", records)}} ] }""";

    private static string Record(
        string key,
        string name = "ObjectCreated:Put",
        string sequencer = "01",
        string version = "2.1"
    ) =>
        $$"""{ "eventVersion": "{{version}}", "eventSource": "aws:s3", "eventName": "{{name}}", "s3": { "object": { "key": "{{key}}", "sequencer": "{{sequencer}}" } } }""";
}
