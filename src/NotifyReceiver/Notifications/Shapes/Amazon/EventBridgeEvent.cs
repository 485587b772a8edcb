using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>
/// Amazon EventBridge's event: of Amazon S3, or of the sender's own with a reference in it.
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
/// </summary>
internal static class EventBridgeEvent
{
    private static readonly Dictionary<string, ObjectFate> Fates = new(StringComparer.Ordinal)
    {
        ["Object Created"] = ObjectFate.Created,
        ["Object Deleted"] = ObjectFate.Removed,
        ["Object Restore Initiated"] = ObjectFate.Unchanged,
        ["Object Restore Completed"] = ObjectFate.Unchanged,
        ["Object Restore Expired"] = ObjectFate.Unchanged,
        ["Object Storage Class Changed"] = ObjectFate.Unchanged,
        ["Object Access Tier Changed"] = ObjectFate.Unchanged,
        ["Object ACL Updated"] = ObjectFate.Unchanged,
        ["Object Tags Added"] = ObjectFate.Unchanged,
        ["Object Tags Deleted"] = ObjectFate.Unchanged,
    };

    /// <summary>What it tells; null when it is no such event.</summary>
    public static Shape? Read(JsonElement body, ReferenceReader references)
    {
        if (
            body.Text("detail-type") is not { } type
            || body.Text("source") is not { } source
            || body.At("detail") is not { } detail
        )
        {
            return null;
        }
        var gathering = new Gathering();
        if (source == "aws.s3")
        {
            AddObject(type, detail, gathering);
        }
        else
        {
            AddReference(source, references.Read(detail), gathering);
        }
        return gathering.ToShape("eventbridge-event");
    }

    // Unlike in Amazon S3's own event, nothing says that the key is URL-encoded here.
    private static void AddObject(string type, JsonElement detail, Gathering gathering)
    {
        const string KeyAt = "detail.object.key";
        if (detail.Text("object", "key") is not { Length: > 0 } key)
        {
            gathering.Problem(KeyAt, "is missing or no text; have the sender mend it");
            return;
        }
        new ObjectChange(
            Fates.GetValueOrDefault(type),
            type,
            "detail-type",
            key,
            KeyAt,
            detail.Text("object", "sequencer")
        ).AddTo(gathering);
    }

    private static void AddReference(string source, Shape? reference, Gathering gathering)
    {
        if (reference is not null)
        {
            gathering.Add(reference, "detail");
            return;
        }
        gathering.Problem(
            "detail",
            $"names no document (source {PlainLine.Quote(source)}); if it does under another name, add that to Notifications:PathMembers, restart and replay this"
        );
    }
}
