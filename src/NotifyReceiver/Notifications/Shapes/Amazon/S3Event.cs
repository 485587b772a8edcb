using System.Net;
using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Notifications.Shapes.Amazon;

/// <summary>
/// Amazon S3's own event, and the probe that it sends when it is set up:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
/// </summary>
internal static class S3Event
{
    private const char Undecodable = '\uFFFD';
    private const string KnownVersion = "2";

    // Those compatible with Amazon's put this before the event's name.
    private const string Prefix = "s3:";

    private static readonly Dictionary<string, ObjectFate> Fates = new(StringComparer.Ordinal)
    {
        ["ObjectCreated"] = ObjectFate.Created,
        ["ObjectRemoved"] = ObjectFate.Removed,
        ["LifecycleExpiration"] = ObjectFate.Removed,
        ["ReducedRedundancyLostObject"] = ObjectFate.Removed,
        ["ObjectTagging"] = ObjectFate.Unchanged,
        ["ObjectAnnotation"] = ObjectFate.Unchanged,
        ["ObjectAcl"] = ObjectFate.Unchanged,
        ["ObjectRestore"] = ObjectFate.Unchanged,
        ["LifecycleTransition"] = ObjectFate.Unchanged,
        ["IntelligentTiering"] = ObjectFate.Unchanged,
        ["Replication"] = ObjectFate.Unchanged,
    };

    /// <summary>What it tells; null when it is no such event.</summary>
    public static Shape? Read(JsonElement body)
    {
        if (body.Text("Event") == "s3:TestEvent")
        {
            return new Shape.Nothing(
                "s3-test-event",
                ["Amazon S3 tried whether its events come here; they do, and this one names no document"]
            );
        }
        if (
            body.At("Records") is not { ValueKind: JsonValueKind.Array } records
            || !records.EnumerateArray().Any(IsOurs)
        )
        {
            return null;
        }
        var gathering = new Gathering();
        foreach (var (i, record) in records.EnumerateArray().Index())
        {
            ReadRecord(record, $"Records[{i}]", gathering);
        }
        return gathering.ToShape("s3-event");
    }

    // A document may have records as well.
    private static bool IsOurs(JsonElement record) =>
        record.At("s3", "object") is not null || record.Text("eventSource") == "aws:s3";

    private static void ReadRecord(JsonElement record, string at, Gathering gathering)
    {
        var version = Required(record, at, gathering, "eventVersion");
        var name = Required(record, at, gathering, "eventName");
        var key = Required(record, at, gathering, "s3", "object", "key");
        if (version is null || name is null || key is null)
        {
            return;
        }
        var decoded = WebUtility.UrlDecode(key);
        if (version.Split('.')[0] != KnownVersion)
        {
            gathering.Problem(
                $"{at}.eventVersion",
                $"{PlainLine.Quote(version)} is not {KnownVersion}.x, the one known here; ask for a newer version of this program"
            );
        }
        else if (decoded.Contains(Undecodable) && !key.Contains(Undecodable))
        {
            gathering.Problem($"{at}.s3.object.key", "is not URL-encoded UTF-8; have the sender mend it");
        }
        else
        {
            new ObjectChange(
                FateOf(name),
                name,
                $"{at}.eventName",
                decoded,
                $"{at}.s3.object.key",
                record.Text("s3", "object", "sequencer")
            ).AddTo(gathering);
        }
    }

    private static ObjectFate FateOf(string name)
    {
        var bare = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        return Fates.GetValueOrDefault(bare.Split(':')[0]);
    }

    private static string? Required(
        JsonElement record,
        string at,
        Gathering gathering,
        params ReadOnlySpan<string> names
    )
    {
        if (record.Text(names) is { Length: > 0 } text)
        {
            return text;
        }
        gathering.Problem($"{at}.{string.Join('.', names)}", "is missing or no text; have the sender mend it");
        return null;
    }
}
