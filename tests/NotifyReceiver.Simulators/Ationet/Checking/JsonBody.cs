using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Simulators.Ationet.Shapes;

namespace NotifyReceiver.Simulators.Ationet.Checking;

internal static class JsonBody
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    /// <summary>The body as JSON, or null when it is none.</summary>
    public static JsonElement? Read(ReadOnlyMemory<byte> body, Problems problems)
    {
        var stranger = body.Span.IndexOfAnyExceptInRange((byte)0x00, (byte)0x7F);
        if (stranger >= 0)
        {
            problems.Add(
                "body",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has the byte 0x{body.Span[stranger]:X2} at {stranger}: only ASCII is allowed, escape the rest"
                )
            );
        }

        try
        {
            using var document = JsonDocument.Parse(body, NoDuplicates);
            ReadEveryText(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            problems.Add("body", $"is not valid JSON: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            problems.Add("body", "has a text with one half of a surrogate pair");
        }

        return null;
    }

    /// <summary>A parser takes an escaped half of a surrogate pair as it is; reading it is what fails.</summary>
    private static void ReadEveryText(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.String)
        {
            _ = element.GetString();
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                ReadEveryText(item);
            }
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                _ = member.Name;
                ReadEveryText(member.Value);
            }
        }
    }
}
