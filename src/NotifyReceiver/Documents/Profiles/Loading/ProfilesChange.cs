namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>What became of the profiles between two readings, by name.</summary>
internal static class ProfilesChange
{
    /// <summary><c>added a; replaced b, c; removed d</c>.</summary>
    public static string InWords(LoadedProfiles earlier, LoadedProfiles later)
    {
        var (before, after) = (ByName(earlier), ByName(later));
        string[] told =
        [
            .. Told("added", after.Keys.Where(name => !before.ContainsKey(name))),
            .. Told(
                "replaced",
                after.Where(it => before.GetValueOrDefault(it.Key, it.Value) != it.Value).Select(it => it.Key)
            ),
            .. Told("removed", before.Keys.Where(name => !after.ContainsKey(name))),
        ];
        return told.Length == 0 ? "none added, replaced or removed" : string.Join("; ", told);
    }

    private static Dictionary<string, string> ByName(LoadedProfiles profiles) =>
        profiles.InUse.ToDictionary(source => source.Profile!.Name, source => source.Json, StringComparer.Ordinal);

    private static IEnumerable<string> Told(string what, IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? [$"{what} {list}"] : [];
}
