using System.Text;
using NotifyReceiver.Documents;
using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Notifications.Shapes;

public sealed class SnsNotificationTests
{
    [Theory]
    [InlineData(Samples.FuelInvoice)]
    [InlineData(Samples.TankReadings)]
    public void It_may_carry_the_document_itself(string name)
    {
        var document = Assert.IsType<Shape.Document>(Recognise.Text(Sns.Notification(Samples.Text(name))));

        Assert.Equal("sns/document", document.Name);
        Assert.Equal(Samples.Text(name), Encoding.UTF8.GetString(document.Body));
    }

    [Theory]
    [InlineData("<?xml version='1.0' encoding='windows-1252'?>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("")]
    public void A_document_is_read_whatever_encoding_it_was_in_before(string declaration)
    {
        var shape = Recognise.Text(Sns.Notification($"{declaration}<a>Ñandú €</a>"));

        var (document, problem) = DocumentReader.Read(Assert.IsType<Shape.Document>(shape).Body);
        Assert.Null(problem);
        Assert.Equal("Ñandú €", document!.Root.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{ \"path\": ")]
    public void What_is_none_is_left_to_the_reader_of_documents(string message) =>
        Assert.Equal(
            message,
            Encoding.UTF8.GetString(Assert.IsType<Shape.Document>(Recognise.Text(Sns.Notification(message))).Body)
        );

    [Fact]
    public void It_may_carry_a_reference()
    {
        var shape = Assert.IsType<Shape.References>(Recognise.Text(Sns.Notification("""{ "path": "a.xml" }""")));

        Assert.Equal("sns/reference", shape.Name);
        Assert.Equal("a.xml", Assert.Single(shape.All).Path);
    }

    [Fact]
    public void It_may_carry_the_probe_of_amazon_s3() =>
        Assert.Equal(
            "sns/s3-test-event",
            Assert
                .IsType<Shape.Nothing>(Recognise.Text(Sns.Notification(Recognise.SampleText("s3-test-event.json"))))
                .Name
        );

    [Fact]
    public void A_problem_inside_is_told_with_its_place()
    {
        var shape = Assert.IsType<Shape.Unusable>(Recognise.Text(Sns.Notification("""{ "path": "../a.xml" }""")));

        Assert.Equal("sns/reference", shape.Name);
        Assert.StartsWith("Message: path: leads upwards", Assert.Single(shape.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Envelopes_in_envelopes_have_an_end()
    {
        Assert.Equal("sns/sns/sns/sns/document", Recognise.Text(Wrapped(4)).Name);
        Assert.Equal(
            "Message: Message: Message: Message: there are more than 4 envelopes of Amazon SNS in each other; have the sender mend it",
            Assert.Single(Recognise.Problems(Wrapped(5)))
        );
    }

    [Fact]
    public void Of_configured_topics_no_other_is_taken()
    {
        const string Other = "arn:aws:sns:us-east-1:999999999999:business-documents";

        Assert.IsType<Shape.Document>(Recognise.Text(Sns.Notification("<a/>"), Recognise.WithTopic));
        Assert.IsType<Shape.Document>(Recognise.Text(Sns.Notification("<a/>", Other)));
        Assert.Equal(
            $"TopicArn: '{Other}' is not expected here; if it is right, add it to Notifications:SnsTopics, restart and replay this",
            Assert.Single(Recognise.Problems(Sns.Notification("<a/>", Other), Recognise.WithTopic))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"Message\": null")]
    [InlineData(", \"Message\": { \"path\": \"a.xml\" }")]
    public void Without_a_message_it_is_broken(string message) =>
        Assert.Equal(
            "Message: is missing or no text; have the sender mend it",
            Assert.Single(
                Recognise.Problems(
                    $$"""{ "Type": "Notification", "MessageId": "1", "TopicArn": "{{Recognise.Topic}}"{{message}} }"""
                )
            )
        );

    [Fact]
    public void A_type_that_nobody_knows_is_not_passed_over() =>
        Assert.StartsWith(
            "Type: 'Farewell' is not one of Notification, SubscriptionConfirmation, UnsubscribeConfirmation",
            Assert.Single(Recognise.Problems(Sns.Envelope("Farewell", Recognise.Topic))),
            StringComparison.Ordinal
        );

    private static string Wrapped(int envelopes) =>
        Enumerable.Range(0, envelopes).Aggregate("<a/>", (inside, _) => Sns.Notification(inside));
}
