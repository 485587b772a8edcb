using System.Text.Json;

namespace NotifyReceiver.Sites.Loading;

/// <summary>What became of the stations between two readings of their file, told apart by their location.</summary>
internal sealed record SitesChange(int Added, int Removed, int Changed)
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <param name="earlier">The text of a file that was read without a mistake.</param>
    /// <param name="later">The text of another.</param>
    public static SitesChange Between(string earlier, string later)
    {
        var (before, after) = (ByLocation(earlier), ByLocation(later));
        return new SitesChange(
            after.Keys.Count(location => !before.ContainsKey(location)),
            before.Keys.Count(location => !after.ContainsKey(location)),
            after.Count(site => before.TryGetValue(site.Key, out var was) && !JsonElement.DeepEquals(was, site.Value))
        );
    }

    private static Dictionary<string, JsonElement> ByLocation(string json)
    {
        var sites = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Member(JsonElement.Parse(json, Options), "sites") is { ValueKind: JsonValueKind.Array } all)
        {
            foreach (var site in all.EnumerateArray())
            {
                sites[Member(site, "location").ToString().Trim()] = site;
            }
        }
        return sites;
    }

    // The file's names are read whatever their case.
    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject()
                .FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                .Value
            : default;
}
