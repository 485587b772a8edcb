using System.Text.Json;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Documents.Profiles.Reading;

/// <summary>Reads the rule of one field: a selector, a list of rules, or an object with one source and its conversions.</summary>
internal sealed class FieldReading(FieldType type)
{
    private static readonly string[] Sources = ["value", "constant", "date", "join", "sum"];
    private static readonly string[] BesideADate = ["time", "offset"];
    private static readonly string[] Changes = ["default", "trim", "cut", "map"];

    private static readonly string[] Known =
    [
        .. Sources,
        .. BesideADate,
        "separator",
        .. Changes,
        .. NotationReading.OfNumbers,
        .. NotationReading.OfTimes,
    ];

    public FieldRule? Read(JsonPlace place, Notation notation)
    {
        switch (place.Json.ValueKind)
        {
            case JsonValueKind.String:
                return SelectorReading.Read(place) is { } selector
                    ? new FieldRule.Selected(selector) { Notation = notation }
                    : null;
            case JsonValueKind.Array:
                var rules = place.Items().Select(item => Read(item, notation)).OfType<FieldRule>().ToList();
                if (place.Json.GetArrayLength() == 0)
                {
                    place.Mistake("is an empty list; it may have selectors and objects");
                }
                return new FieldRule.FirstOf(rules) { Notation = notation };
            case JsonValueKind.Object:
                return ReadObject(place, notation);
            default:
                place.Mistake("is required: a selector, a list of them, or an object");
                return null;
        }
    }

    private FieldRule? ReadObject(JsonPlace place, Notation around)
    {
        place.HasOnly(Known);
        RefuseWhatCannotApply(place);
        var notation = NotationReading.Read(place, around);
        var change = ReadChange(place);
        var rule = ReadSource(place, notation);
        return rule is null || change.IsNone ? rule : new FieldRule.Changed(rule, change) { Notation = notation };
    }

    private FieldRule? ReadSource(JsonPlace place, Notation notation)
    {
        var sources = Sources.Where(source => place[source].IsThere).ToList();
        if (sources.Count != 1)
        {
            var given = sources.Count == 0 ? "none" : string.Join(" and ", sources);
            place.Mistake($"takes exactly one of {string.Join(", ", Sources)}, and has {given}");
            return null;
        }
        var source = place[sources[0]];
        switch (sources[0])
        {
            case "value":
                return Read(source, notation);
            case "constant":
                return source.Text() is { } text ? new FieldRule.Constant(text) { Notation = notation } : null;
            case "join":
                var parts = source.Items().Select(SelectorReading.Read).OfType<Selector>();
                var separator = place["separator"].IsThere ? place["separator"].TextOfAnyKind() : " ";
                return new FieldRule.Joined([.. parts], separator ?? "") { Notation = notation };
            case "sum":
                return new FieldRule.Sum(SelectorReading.ReadAll(source)) { Notation = notation };
            default:
                var time = SelectorReading.ReadIfThere(place["time"]);
                var offset = SelectorReading.ReadIfThere(place["offset"]);
                return SelectorReading.Read(source) is { } date
                    ? new FieldRule.DateAndTime(date, time, offset) { Notation = notation }
                    : null;
        }
    }

    private void RefuseWhatCannotApply(JsonPlace place)
    {
        var isNumber = type is not (FieldType.Text or FieldType.DateTime);
        Refuse(place, NotationReading.OfNumbers, isNumber || place["sum"].IsThere, Said());
        Refuse(place, NotationReading.OfTimes, type == FieldType.DateTime, Said());
        Refuse(
            place,
            ["cut"],
            type == FieldType.Text && !place["date"].IsThere,
            place["date"].IsThere ? "a date" : Said()
        );
        Refuse(place, ["sum"], isNumber, Said());
        Refuse(place, ["date"], !isNumber, Said());
        Refuse(place, BesideADate, place["date"].IsThere, "anything but a date");
        Refuse(
            place,
            ["timeForm"],
            place["time"].IsThere || place["value"].IsThere || type != FieldType.DateTime,
            "a date without 'time'"
        );
        Refuse(place, ["separator"], place["join"].IsThere, "anything but a join");
        Refuse(place, ["trim", "map"], !place["sum"].IsThere, "a sum");
    }

    private static void Refuse(JsonPlace place, IEnumerable<string> members, bool applies, string to)
    {
        foreach (var member in members.Where(member => !applies && place[member].IsThere))
        {
            place[member].Mistake($"does not apply to {to}");
        }
    }

    private string Said() =>
        type switch
        {
            FieldType.Text => "a text",
            FieldType.DateTime => "a date-time",
            _ => "a number",
        };

    private static TextChange ReadChange(JsonPlace place) =>
        new(
            place["trim"].TextOfAnyKind(),
            place["map"].IsThere ? ReadMap(place["map"]) : null,
            place["default"].TextIfThere(),
            ReadCut(place["cut"])
        );

    private static Dictionary<string, string> ReadMap(JsonPlace place)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in place.Members())
        {
            map[name] = value.TextOfAnyKind() ?? "";
        }
        return map;
    }

    private static int? ReadCut(JsonPlace place)
    {
        if (!place.IsThere)
        {
            return null;
        }
        if (place.Json.ValueKind == JsonValueKind.Number && place.Json.TryGetInt32(out var most) && most > 0)
        {
            return most;
        }
        place.Mistake("is a number of characters, from 1 upwards");
        return null;
    }
}
