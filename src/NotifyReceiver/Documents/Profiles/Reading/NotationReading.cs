using System.Text.Json;
using NotifyReceiver.Documents.Values;

namespace NotifyReceiver.Documents.Profiles.Reading;

/// <summary>Reads how numbers and times are written; what is not told is as around it.</summary>
internal static class NotationReading
{
    public static readonly string[] OfNumbers = ["decimal", "group"];
    public static readonly string[] OfTimes = ["form", "timeForm", "zone"];

    public static Notation Read(JsonPlace place, Notation around)
    {
        var notation = new Notation(
            Sign(place["decimal"]) ?? around.Decimal,
            place["group"] is { Json.ValueKind: JsonValueKind.String } group && group.Json.GetString() is ""
                ? null
                : Sign(place["group"]) ?? around.Group,
            Forms(place["form"], form => form.HasDate, "a date") ?? around.Forms,
            Forms(place["timeForm"], form => form.HasTime, "an hour") ?? around.TimeForms,
            Zone(place["zone"]) ?? around.Zone
        );
        if (notation.Group == notation.DecimalSign)
        {
            place.Mistake($"'{notation.DecimalSign}' cannot stand both before the decimals and between thousands");
        }
        return notation;
    }

    private static char? Sign(JsonPlace place)
    {
        if (place.TextOfAnyKind() is not { } text)
        {
            return null;
        }
        if (text.Length == 1 && !char.IsAsciiLetterOrDigit(text[0]) && text[0] is not ('+' or '-'))
        {
            return text[0];
        }
        place.Mistake($"'{text}' is not one character such as ',' or '.'");
        return null;
    }

    private static List<TimeForm>? Forms(JsonPlace place, Func<TimeForm, bool> tells, string what)
    {
        if (!place.IsThere)
        {
            return null;
        }
        var forms = new List<TimeForm>();
        foreach (var item in place.ItemsOrOne())
        {
            var (form, problem) = item.Text() is { } text ? TimeForm.Parse(text) : (null, null);
            if (form is not null && !tells(form))
            {
                problem = $"'{form.Text}' does not tell {what}";
            }
            if (problem is not null)
            {
                item.Mistake(problem);
            }
            else if (form is not null)
            {
                forms.Add(form);
            }
        }
        return forms;
    }

    private static TimeZoneInfo? Zone(JsonPlace place)
    {
        if (place.TextIfThere() is not { } name)
        {
            return null;
        }
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.HasIanaId || name == "UTC"))
        {
            return zone;
        }
        place.Mistake($"'{name}' is neither an IANA time zone like America/New_York nor UTC");
        return null;
    }
}
