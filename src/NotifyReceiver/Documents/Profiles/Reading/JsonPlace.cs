using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles.Reading;

/// <summary>A value in a profile's JSON, the place where it stands, and where its mistakes are collected.</summary>
internal readonly record struct JsonPlace(JsonElement Json, string At, ICollection<string> Mistakes)
{
    private const string Whole = "the profile";

    public bool IsThere => Json.ValueKind != JsonValueKind.Undefined;

    public static JsonPlace OfProfile(JsonElement json, ICollection<string> mistakes) => new(json, Whole, mistakes);

    public JsonPlace this[string member] =>
        this with
        {
            Json =
                Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value) ? value : default,
            At = At == Whole ? member : $"{At}.{member}",
        };

    public void Mistake(string what) => Mistakes.Add($"{At}: {what}");

    /// <summary>A text that must be there and not blank.</summary>
    public string? Text()
    {
        if (Json.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(Json.GetString()))
        {
            return Json.GetString();
        }
        Mistake("is required, as a text");
        return null;
    }

    /// <summary>A text that may be left out, and blank.</summary>
    public string? TextOfAnyKind()
    {
        if (IsThere && Json.ValueKind != JsonValueKind.String)
        {
            Mistake("must be a text");
        }
        return Json.ValueKind == JsonValueKind.String ? Json.GetString() : null;
    }

    public string? TextIfThere() => IsThere ? Text() : null;

    /// <summary>A list that must be there.</summary>
    public IReadOnlyList<JsonPlace> Items()
    {
        if (Json.ValueKind != JsonValueKind.Array)
        {
            Mistake("is required, as a list");
            return [];
        }
        var place = this;
        return [.. Json.EnumerateArray().Select((item, i) => place with { Json = item, At = $"{place.At}[{i}]" })];
    }

    /// <summary>A list, or its only item; nothing when it is not there.</summary>
    public IReadOnlyList<JsonPlace> ItemsOrOne()
    {
        if (!IsThere)
        {
            return [];
        }
        return Json.ValueKind == JsonValueKind.Array ? Items() : [this];
    }

    public IReadOnlyList<(string Name, JsonPlace Value)> Members()
    {
        if (Json.ValueKind != JsonValueKind.Object)
        {
            Mistake("is required, as an object");
            return [];
        }
        var place = this;
        return [.. Json.EnumerateObject().Select(member => (member.Name, place[member.Name]))];
    }

    /// <summary>Refuses what is not known here, so that a misspelt member is never silently nothing.</summary>
    public void HasOnly(params string[] known)
    {
        foreach (var (name, _) in Members().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
        {
            Mistake($"'{name}' is not known{NearestName.Suggest(name, known)} (known: {string.Join(", ", known)})");
        }
    }
}
