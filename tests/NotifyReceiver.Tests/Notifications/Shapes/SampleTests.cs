using NotifyReceiver.Notifications.Shapes;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Notifications.Shapes;

/// <summary>Every sample, as it came.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData(Samples.FuelInvoice)]
    [InlineData(Samples.ChargesOnly)]
    [InlineData(Samples.TankReadings)]
    [InlineData(Samples.TankProductMovement)]
    [InlineData(Samples.StickReadings)]
    public void A_document_is_the_document_itself(string name)
    {
        var body = Samples.Bytes(name);

        var document = Assert.IsType<Shape.Document>(Recognise.Bytes(body));

        Assert.Equal("document", document.Name);
        Assert.Same(body, document.Body);
    }

    [Fact]
    public void A_reference_names_a_document_its_kind_and_its_station()
    {
        var shape = Assert.IsType<Shape.References>(Recognise.Bytes(Recognise.Sample("reference.json")));

        Assert.Equal("reference", shape.Name);
        Assert.Equal(
            new Reference("5127/12345/fuel-invoice/20260115/INV-20260115-77.xml", "fuel-invoice", "12345"),
            Assert.Single(shape.All)
        );
        Assert.Empty(shape.Notes);
    }

    [Theory]
    [InlineData("s3-object-created.json", "s3-event")]
    [InlineData("eventbridge-object-created.json", "eventbridge-event")]
    public void An_event_names_what_was_created(string name, string shapeName)
    {
        var shape = Assert.IsType<Shape.References>(Recognise.Bytes(Recognise.Sample(name)));

        Assert.Equal(shapeName, shape.Name);
        Assert.Equal(
            new Reference("5127/12345/shifts/20260115/fuel-grade-movement_900001.xml", Sequencer: "0055AED6DCD90281E6"),
            Assert.Single(shape.All)
        );
        Assert.Empty(shape.Notes);
    }

    [Fact]
    public void The_probe_of_amazon_s3_names_nothing()
    {
        var shape = Assert.IsType<Shape.Nothing>(Recognise.Bytes(Recognise.Sample("s3-test-event.json")));

        Assert.Equal("s3-test-event", shape.Name);
        Assert.Equal(
            "Amazon S3 tried whether its events come here; they do, and this one names no document",
            Assert.Single(shape.Notes)
        );
    }

    [Fact]
    public void An_event_inside_an_envelope_names_what_was_created()
    {
        var shape = Assert.IsType<Shape.References>(Recognise.Bytes(Recognise.Sample("sns-s3-object-created.json")));

        Assert.Equal("sns/s3-event", shape.Name);
        // In the event: INV-20260115-77+%28rev+2%29.xml
        Assert.Equal(
            new Reference(
                "5127/12345/fuel-invoice/20260115/INV-20260115-77 (rev 2).xml",
                Sequencer: "0055AED6DCD90281E5"
            ),
            Assert.Single(shape.All)
        );
    }

    [Fact]
    public void A_subscription_to_a_configured_topic_is_to_be_confirmed()
    {
        var shape = Assert.IsType<Shape.Subscription>(
            Recognise.Bytes(Recognise.Sample("sns-subscription-confirmation.json"), Recognise.WithTopic)
        );

        Assert.Equal("sns-subscription", shape.Name);
        Assert.Equal("arn:aws:sns:us-east-1:111122223333:business-documents", shape.TopicArn);
        Assert.Equal(
            "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-east-1:111122223333:business-documents&Token=2336412f37",
            shape.Confirm.AbsoluteUri
        );
    }
}
