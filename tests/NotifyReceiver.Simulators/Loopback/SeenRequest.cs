using System.Globalization;

namespace NotifyReceiver.Simulators.Loopback;

/// <summary>One request as it came, what it was answered and what was wrong with it.</summary>
public sealed record SeenRequest
{
    public required int Number { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string Method { get; init; }

    /// <summary>The request target as sent: path and query, nothing decoded.</summary>
    public required string Path { get; init; }
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }
    public required string Body { get; init; }

    public RequestEnding Ending { get; init; }
    public int? Status { get; init; }
    public string? Answer { get; init; }
    public IReadOnlyList<string> Violations { get; init; } = [];

    /// <summary>The value of a header, null without one; several are joined by a comma.</summary>
    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return values.Length == 0 ? null : string.Join(", ", values.Select(header => header.Value));
    }

    public override string ToString()
    {
        var ending = Ending is RequestEnding.Answered ? $"{Status}" : Ending.ToString();
        var violations = Violations.Count == 0 ? "" : $"  VIOLATION: {string.Join("; ", Violations)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Number} {Method} {Path} ({Body.Length} characters): {ending}{violations}"
        );
    }
}
