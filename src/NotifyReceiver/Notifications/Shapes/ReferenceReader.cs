using System.Text.Json;

namespace NotifyReceiver.Notifications.Shapes;

/// <summary>Reads a flat JSON object that names a document by its path, under names that are settings.</summary>
internal sealed class ReferenceReader(NotificationOptions options)
{
    private readonly IReadOnlyList<string> _named =
    [
        .. options.PathMembers,
        .. options.TypeMembers,
        .. options.BusinessUnitMembers,
    ];

    /// <summary>What it names; null when it is no reference.</summary>
    public Shape? Read(JsonElement body)
    {
        var member = options.PathMembers.FirstOrDefault(name => !string.IsNullOrWhiteSpace(body.Text(name.Split('.'))));
        if (member is null || HoldsMore(body, ""))
        {
            return null;
        }
        var path = body.Text(member.Split('.'))!;
        var gathering = new Gathering();
        gathering.Add(
            new Reference(path, First(body, options.TypeMembers), First(body, options.BusinessUnitMembers)),
            member
        );
        return gathering.ToShape("reference");
    }

    // A document may have a member of that name too; it has lists or groups of values beside it, and a reference has none.
    private bool HoldsMore(JsonElement body, string before) =>
        body.EnumerateObject()
            .Any(member =>
                member.Value.ValueKind switch
                {
                    JsonValueKind.Array => true,
                    JsonValueKind.Object => !LeadsToNamed($"{before}{member.Name}.")
                        || HoldsMore(member.Value, $"{before}{member.Name}."),
                    _ => false,
                }
            );

    private bool LeadsToNamed(string before) => _named.Any(name => name.StartsWith(before, StringComparison.Ordinal));

    private static string? First(JsonElement body, IReadOnlyList<string> names) =>
        names.Select(name => Text(body, name)?.Trim()).FirstOrDefault(text => text is { Length: > 0 });

    // An id may be written as a number.
    private static string? Text(JsonElement body, string dotted) =>
        body.At(dotted.Split('.')) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
}
