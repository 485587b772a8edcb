using System.Text.Json;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles.Reading;
using NotifyReceiver.Documents.Values;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>Reads a profile from its JSON and collects every mistake, each with the place where it stands.</summary>
internal static class ProfileReader
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly FieldReading Texts = new(FieldType.Text);

    public static (Profile? Profile, IReadOnlyList<string> Mistakes) Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            var mistakes = new List<string>();
            var profile = ReadProfile(JsonPlace.OfProfile(document.RootElement, mistakes));
            return mistakes.Count == 0 ? (profile, []) : (null, mistakes);
        }
        catch (JsonException broken)
        {
            return (null, [JsonMistake.Of(broken)]);
        }
        catch (InvalidOperationException halfCharacter)
        {
            return (null, [halfCharacter.Message]);
        }
    }

    private static Profile? ReadProfile(JsonPlace place)
    {
        place.HasOnly("name", "description", "when", "location", "identity", "formats", "rows");
        var name = place["name"].Text();
        var description = place["description"].TextIfThere();
        var when = ReadWhen(place["when"]);
        var formats = ReadFormats(place["formats"]);
        var location = place["location"].IsThere ? Texts.Read(place["location"], formats) : null;
        var identity = place["identity"].IsThere
            ? place["identity"].Items().Select(item => Texts.Read(item, formats)).OfType<FieldRule>().ToList()
            : [];
        var rows = place["rows"].Items().Select(row => RowReading.Read(row, formats)).OfType<RowRule>().ToList();
        return name is null ? null : new Profile(name, description, when, location, identity, rows);
    }

    private static Recognition ReadWhen(JsonPlace place)
    {
        place.HasOnly("root", "has", "documentType", "path");
        var when = new Recognition(
            place["root"].TextIfThere(),
            SelectorReading.ReadIfThere(place["has"]),
            place["documentType"].TextIfThere(),
            place["path"].TextIfThere() is { } path ? new Glob(path) : null
        );
        if (place.IsThere && place.Json is { ValueKind: JsonValueKind.Object } json && !json.EnumerateObject().Any())
        {
            place.Mistake("is empty, and would hold for every document; give root, has, documentType or path");
        }
        return when;
    }

    private static Notation ReadFormats(JsonPlace place)
    {
        if (place.IsThere)
        {
            place.HasOnly([.. NotationReading.OfNumbers, .. NotationReading.OfTimes]);
        }
        return NotationReading.Read(place, Notation.Plain);
    }
}
