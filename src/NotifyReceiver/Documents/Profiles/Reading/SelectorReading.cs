using System.Text.Json;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Profiles.Reading;

internal static class SelectorReading
{
    public static Selector? Read(JsonPlace place)
    {
        if (place.Json.ValueKind != JsonValueKind.String)
        {
            place.Mistake("a selector (XPath) is required");
            return null;
        }
        var (selector, problem) = Selector.Parse(place.Json.GetString()!);
        if (problem is not null)
        {
            place.Mistake(problem);
        }
        return selector;
    }

    public static Selector? ReadIfThere(JsonPlace place) => place.IsThere ? Read(place) : null;

    /// <summary>One selector or a list of them.</summary>
    public static IReadOnlyList<Selector> ReadAll(JsonPlace place) =>
        [.. place.ItemsOrOne().Select(Read).OfType<Selector>()];
}
