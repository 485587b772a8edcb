using System.Text;
using System.Text.Json;

namespace NotifyReceiver.Tests.Support;

/// <summary>Notifications of one document in each shape, as their senders write them.</summary>
internal static class Notified
{
    private const string Topic = "arn:aws:sns:us-east-1:111122223333:business-documents";

    /// <summary>The shapes that carry the document itself, and those that name it.</summary>
    public static readonly IReadOnlyList<string> Shapes =
    [
        "document",
        "document in SNS",
        "reference",
        "list of references",
        "S3 event",
        "EventBridge event",
        "list of EventBridge events",
        "reference in SNS",
        "S3 event in SNS",
        "EventBridge event in SNS",
    ];

    public static byte[] Of(string shape, string path, byte[] document) =>
        shape switch
        {
            "document" => document,
            "document in SNS" => InSns(Encoding.UTF8.GetString(document)),
            "list of references" => Json(new[] { Reference(path) }),
            "list of EventBridge events" => Json(new[] { EventBridge(path) }),
            _ when shape.EndsWith(" in SNS", StringComparison.Ordinal) => InSns(
                JsonSerializer.Serialize(Naming(shape[..^" in SNS".Length], path))
            ),
            _ => Json(Naming(shape, path)),
        };

    public static object S3(string path, string sequencer) => S3([(path, sequencer)]);

    public static object S3(IEnumerable<(string Path, string Sequencer)> created) =>
        new
        {
            Records = created.Select(it => new
            {
                eventVersion = "2.1",
                eventSource = "aws:s3",
                awsRegion = "us-east-1",
                eventTime = "2026-01-15T23:05:44.120Z",
                eventName = "ObjectCreated:Put",
                s3 = new
                {
                    s3SchemaVersion = "1.0",
                    bucket = new { name = "business-documents", arn = "arn:aws:s3:::business-documents" },
                    // As Amazon encodes it: a space is a plus, and slashes stay.
                    @object = new
                    {
                        key = string.Join('/', it.Path.Split('/').Select(System.Net.WebUtility.UrlEncode)),
                        size = 1024,
                        eTag = "d41d8cd98f00b204e9800998ecf8427e",
                        sequencer = it.Sequencer,
                    },
                },
            }),
        };

    public static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static object Naming(string shape, string path) =>
        shape switch
        {
            "reference" => Reference(path),
            "S3 event" => S3(path, "0055AED6DCD90281E5"),
            "EventBridge event" => EventBridge(path),
            _ => throw new ArgumentException($"there is no shape '{shape}'", nameof(shape)),
        };

    private static object Reference(string path) =>
        new
        {
            id = "5f8f3f9e-0d5e-4e0e-9d5f-3a4f7c5b2a10",
            businessUnitId = "12345",
            path,
        };

    private static Dictionary<string, object> EventBridge(string path) =>
        new(StringComparer.Ordinal)
        {
            ["version"] = "0",
            ["id"] = "17793124-05d4-b198-2fde-7ededc63b103",
            ["detail-type"] = "Object Created",
            ["source"] = "aws.s3",
            ["account"] = "111122223333",
            ["time"] = "2026-01-15T23:05:44Z",
            ["region"] = "us-east-1",
            ["resources"] = new[] { "arn:aws:s3:::business-documents" },
            ["detail"] = new
            {
                version = "0",
                bucket = new { name = "business-documents" },
                @object = new
                {
                    key = path,
                    size = 2048,
                    sequencer = "0055AED6DCD90281E6",
                },
                reason = "PutObject",
            },
        };

    private static byte[] InSns(string message) =>
        Json(
            new
            {
                Type = "Notification",
                MessageId = "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                TopicArn = Topic,
                Message = message,
                Timestamp = "2026-01-15T09:31:13.000Z",
                SignatureVersion = "2",
                Signature = "bm90IHJlYWw=",
                SigningCertURL = "https://sns.us-east-1.amazonaws.com/x.pem",
                UnsubscribeURL = "https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe",
            }
        );
}
