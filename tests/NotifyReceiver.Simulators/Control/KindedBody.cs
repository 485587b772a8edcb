using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NotifyReceiver.Simulators.Control;

/// <summary>A JSON object whose member "kind" decides which other members it may have.</summary>
internal sealed class KindedBody(IReadOnlyList<string> always, IReadOnlyDictionary<string, string[]> membersOf)
{
    private readonly string _kinds = string.Join(", ", membersOf.Keys);

    public bool TryRead<T>(
        string body,
        [NotNullWhen(true)] out string? kind,
        [NotNullWhen(true)] out T? converted,
        [NotNullWhen(false)] out string? problem
    )
        where T : class
    {
        kind = null;
        converted = null;
        if (!ControlBody.TryRead(body, out var read, out problem))
        {
            return false;
        }

        if (read["kind"] is not JsonValue value || !value.TryGetValue(out kind))
        {
            problem = $"kind: must be one of {_kinds}.";
            return false;
        }

        if (!membersOf.TryGetValue(kind, out var members))
        {
            problem = $"kind: '{kind}' is unknown. One of {_kinds}.";
            return false;
        }

        return ControlBody.TryConvert(read, ["kind", .. members, .. always], out converted, out problem);
    }
}
