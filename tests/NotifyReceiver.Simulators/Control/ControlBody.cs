using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotifyReceiver.Simulators.Control;

/// <summary>Reads the JSON object that a tester sent, and says in the tester's words what is wrong with it.</summary>
internal static class ControlBody
{
    private static readonly JsonDocumentOptions NoDuplicates = new() { AllowDuplicateProperties = false };

    public static bool TryRead(
        string body,
        [NotNullWhen(true)] out JsonObject? read,
        [NotNullWhen(false)] out string? problem
    )
    {
        read = null;
        problem = null;
        try
        {
            read = JsonNode.Parse(body, documentOptions: NoDuplicates) as JsonObject;
            problem = read is null ? "The body must be a JSON object." : null;
        }
        catch (JsonException e)
        {
            problem = $"The body is not JSON: {e.Message}";
        }

        return problem is null;
    }

    /// <summary>The members of the body, once it is known that it has no others.</summary>
    public static bool TryConvert<T>(
        JsonObject body,
        IReadOnlyList<string> known,
        [NotNullWhen(true)] out T? converted,
        [NotNullWhen(false)] out string? problem
    )
        where T : class
    {
        converted = null;
        problem = null;
        var unknown = body.Select(member => member.Key).Except(known, StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0)
        {
            problem = $"Not used here: {string.Join(", ", unknown)}. Known members: {string.Join(", ", known)}.";
            return false;
        }

        try
        {
            converted = body.Deserialize<T>(Json.Strict);
            problem = converted is null ? "The body must be a JSON object." : null;
        }
        catch (JsonException e)
        {
            problem = $"{e.Path?.Replace("$.", "", StringComparison.Ordinal)}: the value has the wrong type.";
        }

        return converted is not null;
    }
}
