using System.Text.Json;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Reads a profile from its JSON and collects every mistake, each with the place where it stands.</summary>
internal sealed class ProfileReader
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly List<string> _mistakes = [];

    public static (Profile? Profile, IReadOnlyList<string> Mistakes) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var reader = new ProfileReader();
            var profile = reader.ReadProfile(document.RootElement);
            return reader._mistakes.Count == 0 ? (profile, []) : (null, reader._mistakes);
        }
        catch (JsonException broken)
        {
            return (null, [JsonMistake.Of(broken)]);
        }
    }

    private Profile? ReadProfile(JsonElement json)
    {
        RefuseOtherMembers(json, "the profile", "name", "when", "location", "rows");
        var name = Text(json, "name", "the profile");
        var (root, has) = ReadWhen(Member(json, "when"));
        var location = ReadField(Member(json, "location"), "location");
        var rows = new List<RowRule>();
        foreach (var (row, i) in Items(json, "rows").Select((row, i) => (row, i)))
        {
            if (ReadRow(row, $"rows[{i}]") is { } rule)
            {
                rows.Add(rule);
            }
        }
        return name is null || root is null || location is null ? null : new Profile(name, root, has, location, rows);
    }

    private (string? Root, Selector? Has) ReadWhen(JsonElement json)
    {
        RefuseOtherMembers(json, "when", "root", "has");
        var has =
            Member(json, "has").ValueKind == JsonValueKind.Undefined
                ? null
                : ReadSelector(Member(json, "has"), "when.has");
        return (Text(json, "root", "when"), has);
    }

    private RowRule? ReadRow(JsonElement json, string at)
    {
        RefuseOtherMembers(json, at, "yields", "select", "fields");
        var kind = ReadKind(Text(json, "yields", at), at);
        var select = ReadSelector(Member(json, "select"), $"{at}.select");
        var fields = new Dictionary<string, FieldRule>(StringComparer.Ordinal);
        foreach (var member in Members(json, "fields"))
        {
            var place = $"{at}.fields.{member.Name}";
            if (kind is { } known && !FieldTable.Of(known).Any(field => field.Name == member.Name))
            {
                _mistakes.Add($"{place}: ATIONET has no such field for this kind of row");
            }
            if (ReadField(member.Value, place) is { } rule)
            {
                fields[member.Name] = rule;
            }
        }
        return kind is null || select is null ? null : new RowRule(kind.Value, select, fields);
    }

    private RowKind? ReadKind(string? text, string at)
    {
        switch (text)
        {
            case "deliveries":
                return RowKind.Delivery;
            case "inventories":
                return RowKind.Inventory;
            case null:
                return null;
            default:
                _mistakes.Add($"{at}.yields: '{text}' is neither 'deliveries' nor 'inventories'");
                return null;
        }
    }

    private FieldRule? ReadField(JsonElement json, string at)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return ReadSelector(json, at) is { } selector ? new FieldRule.Selected(selector) : null;
            case JsonValueKind.Array:
                var rules = json.EnumerateArray()
                    .Select((item, i) => ReadField(item, $"{at}[{i}]"))
                    .OfType<FieldRule>();
                return new FieldRule.FirstOf([.. rules]);
            case JsonValueKind.Object:
                return ReadFieldObject(json, at);
            default:
                _mistakes.Add($"{at}: is required: a selector, a list of them, or an object");
                return null;
        }
    }

    private FieldRule? ReadFieldObject(JsonElement json, string at)
    {
        RefuseOtherMembers(json, at, "constant", "date", "time", "join", "separator");
        if (json.TryGetProperty("constant", out _))
        {
            return Text(json, "constant", at) is { } text ? new FieldRule.Constant(text) : null;
        }
        if (json.TryGetProperty("join", out _))
        {
            var parts = Items(json, "join")
                .Select((part, i) => ReadSelector(part, $"{at}.join[{i}]"))
                .OfType<Selector>();
            return new FieldRule.Joined([.. parts], Text(json, "separator", at) ?? " ");
        }
        var date = ReadSelector(Member(json, "date"), $"{at}.date");
        var time = json.TryGetProperty("time", out var timeJson) ? ReadSelector(timeJson, $"{at}.time") : null;
        return date is null ? null : new FieldRule.DateAndTime(date, time);
    }

    private Selector? ReadSelector(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            _mistakes.Add($"{at}: a selector (XPath) is required");
            return null;
        }
        var (selector, problem) = Selector.Parse(json.GetString()!);
        if (problem is not null)
        {
            _mistakes.Add($"{at}: {problem}");
        }
        return selector;
    }

    private string? Text(JsonElement json, string member, string at)
    {
        if (Member(json, member) is { ValueKind: JsonValueKind.String } value)
        {
            return value.GetString();
        }
        _mistakes.Add($"{at}: '{member}' is required, as a text");
        return null;
    }

    private void RefuseOtherMembers(JsonElement json, string at, params string[] known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _mistakes.Add($"{at}: an object is required");
            return;
        }
        foreach (
            var other in json.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal))
        )
        {
            _mistakes.Add($"{at}: '{other.Name}' is not known; it may have {string.Join(", ", known)}");
        }
    }

    private IReadOnlyList<JsonElement> Items(JsonElement json, string member)
    {
        if (Member(json, member) is { ValueKind: JsonValueKind.Array } array)
        {
            return [.. array.EnumerateArray()];
        }
        _mistakes.Add($"'{member}' is required, as a list");
        return [];
    }

    private IReadOnlyList<JsonProperty> Members(JsonElement json, string member)
    {
        if (Member(json, member) is { ValueKind: JsonValueKind.Object } value)
        {
            return [.. value.EnumerateObject()];
        }
        _mistakes.Add($"'{member}' is required, as an object");
        return [];
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
