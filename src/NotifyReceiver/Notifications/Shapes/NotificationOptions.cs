using System.Text.RegularExpressions;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Notifications.Shapes;

/// <summary>How a notification that names a document is read. A member of an object inside is written <c>data.path</c>.</summary>
/// <param name="SnsTopics">The topics of Amazon SNS whose subscriptions are confirmed. When there are any, no other is taken.</param>
internal sealed partial record NotificationOptions(
    IReadOnlyList<string> PathMembers,
    IReadOnlyList<string> TypeMembers,
    IReadOnlyList<string> BusinessUnitMembers,
    IReadOnlyList<string> SnsTopics
)
{
    public static NotificationOptions Read(SettingsReader settings) =>
        new(
            ReadMembers(settings, "Notifications:PathMembers", ["path"]),
            ReadMembers(settings, "Notifications:TypeMembers", ["documentType", "type"]),
            ReadMembers(settings, "Notifications:BusinessUnitMembers", ["businessUnitId", "locationId"]),
            ReadTopics(settings, "Notifications:SnsTopics")
        );

    private static IReadOnlyList<string> ReadMembers(SettingsReader settings, string key, string[] otherwise)
    {
        var names = settings.List(key);
        foreach (var name in names.Where(name => name.Split('.').Any(string.IsNullOrWhiteSpace)))
        {
            settings.Mistake(key, $"'{name}' is not a member's name; write it like path or data.path");
        }
        return names.Count == 0 ? otherwise : names;
    }

    private static IReadOnlyList<string> ReadTopics(SettingsReader settings, string key)
    {
        var topics = settings.List(key);
        foreach (var topic in topics.Where(topic => !Topic().IsMatch(topic)))
        {
            settings.Mistake(
                key,
                $"'{topic}' is not the ARN of a topic; write it like arn:aws:sns:us-east-1:111122223333:business-documents"
            );
        }
        return topics;
    }

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}\z", RegexOptions.None, 1000)]
    private static partial Regex Topic();
}
