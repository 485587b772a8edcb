using System.Text.Json;
using NotifyReceiver.Documents.Profiles.Loading;

namespace NotifyReceiver.Cli.Profiles;

/// <summary>A profile as the commands show it, in the words of its own JSON.</summary>
internal sealed record ProfileView(
    string Name,
    string Origin,
    string? File,
    string Recognises,
    IReadOnlyList<string> Yields
)
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <param name="source">One without mistakes.</param>
    public static ProfileView Of(ProfileSource source)
    {
        var json = JsonElement.Parse(source.Json, Options);
        return new ProfileView(
            source.Profile!.Name,
            OriginOf(source),
            source.File,
            Recognises: string.Join(
                ", ",
                json.GetProperty("when").EnumerateObject().Select(sign => $"{sign.Name} {sign.Value}")
            ),
            Yields: [.. YieldsOf(json).Distinct(StringComparer.Ordinal)]
        );
    }

    private static string OriginOf(ProfileSource source)
    {
        if (source.File is null)
        {
            return "built-in";
        }
        return BuiltInProfiles.All.Any(other => other.Profile!.Name == source.Profile!.Name)
            ? $"{source.File}, replaces the built-in"
            : source.File;
    }

    private static IEnumerable<string> YieldsOf(JsonElement json) =>
        json.TryGetProperty("rows", out var rows) && rows.ValueKind == JsonValueKind.Array
            ? rows.EnumerateArray().Select(row => row.GetProperty("yields").ToString())
            : [];
}
