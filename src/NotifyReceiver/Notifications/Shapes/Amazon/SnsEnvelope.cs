using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>
/// What Amazon SNS wraps around a message, and what it says on its own behalf:
/// https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
/// </summary>
/// <param name="topics">Those that are taken; when there are none, any, though no subscription is confirmed.</param>
internal sealed class SnsEnvelope(IReadOnlyList<string> topics)
{
    private const string Name = "sns";
    private const string SubscriptionName = "sns-subscription";

    public static bool Is(JsonElement body) =>
        body.Text("Type") is not null && body.Text("MessageId") is not null && body.Text("TopicArn") is not null;

    /// <summary>The message that is inside, or else what the envelope itself comes to.</summary>
    public (string? Message, Shape? Own) Open(JsonElement body)
    {
        var topic = body.Text("TopicArn")!;
        return body.Text("Type") switch
        {
            "Notification" => OpenNotification(body, topic),
            "SubscriptionConfirmation" => (null, ReadSubscription(body, topic)),
            "UnsubscribeConfirmation" => (
                null,
                new Shape.Nothing(
                    "sns-unsubscription",
                    [
                        $"Amazon SNS ended the subscription to topic {PlainLine.Quote(topic)}; if that was not wanted, have the sender subscribe again",
                    ]
                )
            ),
            var other => (
                null,
                Unusable(
                    Name,
                    $"Type: {PlainLine.Quote(other!)} is not one of Notification, SubscriptionConfirmation, UnsubscribeConfirmation; have the sender mend it"
                )
            ),
        };
    }

    private (string? Message, Shape? Own) OpenNotification(JsonElement body, string topic)
    {
        if (topics.Count > 0 && !IsConfigured(topic))
        {
            return (null, Unusable(Name, NotConfigured(topic)));
        }
        return body.Text("Message") is { } message
            ? (message, null)
            : (null, Unusable(Name, "Message: is missing or no text; have the sender mend it"));
    }

    private Shape ReadSubscription(JsonElement body, string topic)
    {
        if (!IsConfigured(topic))
        {
            return Unusable(SubscriptionName, NotConfigured(topic));
        }
        var (confirm, problem) = SubscribeUrl.Check(body.Text("SubscribeURL"), topic);
        return confirm is null
            ? Unusable(SubscriptionName, $"SubscribeURL: {problem}")
            : new Shape.Subscription(SubscriptionName, topic, confirm);
    }

    private bool IsConfigured(string topic) => topics.Contains(topic, StringComparer.Ordinal);

    private static string NotConfigured(string topic) =>
        $"TopicArn: {PlainLine.Quote(topic)} is not expected here; if it is right, add it to Notifications:SnsTopics, restart and replay this";

    private static Shape.Unusable Unusable(string name, string problem) => new(name, [problem]);
}
