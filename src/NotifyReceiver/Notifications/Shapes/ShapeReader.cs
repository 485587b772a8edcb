using System.Text.Json;
using NotifyReceiver.Notifications.Shapes.Amazon;

namespace NotifyReceiver.Notifications.Shapes;

/// <summary>
/// Recognises what a body is by its content alone: the document, something that names it, or a message of Amazon's around
/// either. Takes any bytes; what is none of these counts as the document, whose reader says what is wrong with it.
/// </summary>
internal sealed class ShapeReader(NotificationOptions options)
{
    private const int MostEnvelopes = 4;
    private const int DeepestNesting = 64;

    // A name that stands there twice leaves open which one counts.
    private static readonly JsonDocumentOptions Json = new()
    {
        MaxDepth = DeepestNesting,
        AllowDuplicateProperties = false,
    };

    private readonly SnsEnvelope _sns = new(options.SnsTopics);
    private readonly ReferenceReader _references = new(options);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public Shape Read(byte[] body) => Read(body, envelopes: 0).ToldToPeople();

    private Shape Read(byte[] body, int envelopes)
    {
        var text = body.AsMemory(body.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        if (text.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
        {
            try
            {
                using var json = JsonDocument.Parse(text, Json);
                var shape =
                    json.RootElement.ValueKind == JsonValueKind.Array
                        ? ReadAll(json.RootElement, envelopes)
                        : ReadOne(json.RootElement, envelopes);
                return shape ?? Document(body);
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException)
            {
                // Text that is no UTF-8 shows only when it is looked at, as the second of these.
                return Document(body);
            }
        }
        return Document(body);
    }

    private Shape? ReadOne(JsonElement body, int envelopes) =>
        SnsEnvelope.Is(body)
            ? ReadEnvelope(body, envelopes)
            : S3Event.Read(body) ?? EventBridgeEvent.Read(body, _references) ?? _references.Read(body);

    private Shape ReadEnvelope(JsonElement body, int envelopes)
    {
        if (envelopes == MostEnvelopes)
        {
            return new Shape.Unusable(
                "sns",
                [$"there are more than {MostEnvelopes} envelopes of Amazon SNS in each other; have the sender mend it"]
            );
        }
        var (message, own) = _sns.Open(body);
        if (message is null)
        {
            return own!;
        }
        var inside = Read(MessageText.ToBytes(message), envelopes + 1);
        var named = inside with { Name = $"sns/{inside.Name}" };
        return named is Shape.Unusable unusable
            ? unusable with
            {
                Problems = [.. unusable.Problems.Select(problem => $"Message: {problem}")],
            }
            : named;
    }

    private Shape? ReadAll(JsonElement items, int envelopes)
    {
        var gathering = new Gathering();
        var names = new HashSet<string>(StringComparer.Ordinal);
        int? stranger = null;
        foreach (var (i, item) in items.EnumerateArray().Index())
        {
            if (ReadOne(item, envelopes) is { } shape)
            {
                gathering.Add(shape, $"[{i}]");
                names.Add(shape.Name);
            }
            else
            {
                stranger ??= i;
            }
        }
        if (names.Count > 0 && stranger is { } first)
        {
            gathering.Problem(
                $"[{first}]",
                "is neither a reference nor an event, though others beside it are; have the sender send each kind by itself"
            );
        }
        var name = names.Count == 1 ? names.Single() : "array";
        return names.Count == 0 ? null : gathering.ToShape(name);
    }

    private static Shape.Document Document(byte[] body) => new("document", body);
}
