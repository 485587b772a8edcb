using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotifyReceiver.Sites;

/// <summary>What stands in <c>sites.json</c>, as it is written there; <see cref="SitesReader"/> checks what it means.</summary>
internal sealed record SitesFile(IReadOnlyList<SitesFile.SiteEntry?>? Sites)
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
        string? Location = null,
        string? Name = null,
        string? TerminalCode = null,
        string? TimeZone = null,
        UnitsEntry? Units = null,
        IReadOnlyList<TankEntry?>? Tanks = null,
        IReadOnlyList<ProductEntry?>? Products = null
    );

    internal sealed record UnitsEntry(ConversionEntry? Volume, ConversionEntry? Temperature, ConversionEntry? Height);

    internal sealed record ConversionEntry(string? From, string? To);

    internal sealed record TankEntry(
        string? Id = null,
        string? Number = null,
        string? Product = null,
        decimal? Capacity = null
    );

    internal sealed record ProductEntry(string? Id = null, string? Description = null, string? Code = null);
}
