using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotifyReceiver.Sites;

/// <summary>What stands in <c>sites.json</c>, as it is written there; <see cref="SitesReader"/> checks what it means.</summary>
internal sealed record SitesFile(IReadOnlyList<SitesFile.SiteEntry>? Sites)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <exception cref="JsonException">It is not JSON, or has a member that is not known.</exception>
    public static SitesFile Parse(string json) =>
        JsonSerializer.Deserialize<SitesFile>(json, Options) ?? new SitesFile(Sites: null);

    internal sealed record SiteEntry(
        string? Location,
        string? Name,
        string? TerminalCode,
        string? TimeZone,
        UnitsEntry? Units,
        IReadOnlyList<TankEntry>? Tanks,
        IReadOnlyList<ProductEntry>? Products
    );

    internal sealed record UnitsEntry(ConversionEntry? Volume, ConversionEntry? Temperature, ConversionEntry? Height);

    internal sealed record ConversionEntry(string? From, string? To);

    internal sealed record TankEntry(string? Id, string? Number, string? Product, decimal? Capacity);

    internal sealed record ProductEntry(string? Id, string? Code);
}
