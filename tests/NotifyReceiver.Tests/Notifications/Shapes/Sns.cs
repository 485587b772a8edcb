using System.Text.Json;

namespace NotifyReceiver.Tests.Notifications.Shapes;

/// <summary>What Amazon SNS sends, in JSON.</summary>
internal static class Sns
{
    public const string SubscribeUrl =
        $"https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn={Recognise.Topic}&Token=2336412f37";

    public static string Notification(string message, string topic = Recognise.Topic) =>
        Envelope("Notification", topic, ("Message", message));

    public static string Subscription(string url, string topic = Recognise.Topic) =>
        Envelope("SubscriptionConfirmation", topic, ("SubscribeURL", url), ("Message", "You have chosen"));

    public static string Envelope(string type, string topic, params (string Name, string Value)[] more) =>
        JsonSerializer.Serialize(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Type"] = type,
                ["MessageId"] = "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                ["TopicArn"] = topic,
            }
                .Concat(more.Select(member => KeyValuePair.Create(member.Name, member.Value)))
                .ToDictionary(StringComparer.Ordinal)
        );
}
