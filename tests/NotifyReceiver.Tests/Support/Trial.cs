using System.Text;
using NotifyReceiver.Documents;
using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Tests.Support;

/// <summary>Maps a document by a profile that a test writes, or one field of it.</summary>
internal static class Trial
{
    public static Profile Profile(string json)
    {
        var (profile, mistakes) = ProfileReader.Read(json);
        Assert.Empty(mistakes);
        return profile!;
    }

    public static Explanation Explain(
        string profile,
        string document,
        SiteDirectory? sites = null,
        DocumentSource? source = null
    ) =>
        new DocumentMapper(new ProfileLibrary([Profile(profile)]), sites ?? TestSites.Read(TestSites.Json)).Explain(
            Encoding.UTF8.GetBytes(document),
            source ?? new DocumentSource()
        );

    public static Explanation ByBuiltIn(byte[] document) =>
        new DocumentMapper(new ProfileLibrary(ProfileLibrary.BuiltIn()), TestSites.Read(TestSites.Json)).Explain(
            document,
            new DocumentSource()
        );

    public static Mapped.Rows Rows(string profile, string document, SiteDirectory? sites = null)
    {
        var explanation = Explain(profile, document, sites);
        Assert.Empty(explanation.Problems);
        return Assert.IsType<Mapped.Rows>(explanation.ToMapped());
    }

    public static IReadOnlyList<string> Problems(string profile, string document, SiteDirectory? sites = null) =>
        Assert.IsType<Mapped.Unmapped>(Explain(profile, document, sites).ToMapped()).Problems;

    /// <summary>One field of an inventory, by a rule in JSON, from a document of the root <c>r</c>.</summary>
    /// <param name="product">The rule of the product, where it matters.</param>
    public static MappedField Field(
        string field,
        string rule,
        string inner,
        string formats = "{}",
        string product = """{ "constant": "UNL87" }""",
        bool convertUnits = true
    )
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TankNumber"] = """{ "constant": "1" }""",
            ["ProductCode"] = product,
            ["DateTime"] = """{ "constant": "2026-01-15T04:31:00", "form": "yyyy-MM-dd'T'HH:mm:ss" }""",
            [field] = rule,
        };
        var members = string.Join(", ", fields.Select(it => $"\"{it.Key}\": {it.Value}"));
        var profile = $$"""
            { "name": "trial", "when": { "root": "r" }, "location": { "constant": "12345" }, "formats": {{formats}},
              "rows": [ { "yields": "inventories", "select": "/r", "fields": { {{members}} } } ] }
            """;
        var sites = convertUnits
            ? TestSites.Json
            : TestSites
                .Json.Replace("usgal", "l", StringComparison.Ordinal)
                .Replace("\"F\"", "\"C\"", StringComparison.Ordinal);
        return Explain(profile, $"<r>{inner}</r>", TestSites.Read(sites))
            .Rows[0]
            .Fields.Single(mapped => mapped.Field == field);
    }
}
