using System.Text.Json;
using System.Xml.Linq;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>The mapping of one document, step by step: its profile, its site, which document it is, its rows.</summary>
internal sealed class DocumentMapping(ProfileLibrary profiles, SiteDirectory sites, DocumentSource source, Place root)
{
    private const int MembersShown = 8;

    /// <summary>What is known when a step breaks off.</summary>
    public Explanation SoFar { get; private set; } = new();

    public Explanation Explain(string? profileName, string? location)
    {
        if (Choose(profileName) is not { } profile)
        {
            return SoFar;
        }
        SoFar = SoFar with { Profile = profile.Name };
        if (FindSite(profile, location) is not { } site)
        {
            return SoFar;
        }
        SoFar = SoFar with { Site = site };
        Identify(profile, site);
        return new RowsMapping(profile, site, root).Complete(SoFar);
    }

    private Profile? Choose(string? name)
    {
        if (name is not null)
        {
            var named = profiles.Profiles.FirstOrDefault(profile => profile.Name == name);
            return named ?? Without($"there is no profile '{name}' (profiles: {Known()})");
        }
        foreach (var profile in profiles.Profiles)
        {
            var whyNot = profile.When.WhyNot(root, source);
            var verdict = new Explanation.Verdict(profile.Name, whyNot is null, whyNot ?? profile.When.Why());
            SoFar = SoFar with { Verdicts = [.. SoFar.Verdicts, verdict] };
            if (whyNot is null)
            {
                return profile;
            }
        }
        return Without(Unrecognised(root.Element));
    }

    private Site? FindSite(Profile profile, string? location)
    {
        var field = location is null ? LocationOf(profile) : new MappedField("location", "as asked", Value: location);
        SoFar = SoFar with { Location = field };
        if (field.Value is null)
        {
            var what = field.Problem ?? "the document names no location";
            _ = Without($"profile {profile.Name}: {what} (looked at {field.Source})");
            return null;
        }
        if (sites.ByLocation(field.Value) is { } site)
        {
            return site;
        }
        _ = Without($"profile {profile.Name}: location '{field.Value}' is not among the sites (Sites:File)");
        return null;
    }

    private MappedField LocationOf(Profile profile)
    {
        const string AsObtained = "the business unit that it was obtained for";
        var found = profile.Location?.Find(root) ?? Found.Nothing;
        if (!found.IsNothing)
        {
            return new MappedField("location", found.Source, found.Raw, found.How, found.Text, found.Problem);
        }
        var looked = profile.Location is { } rule ? $"{rule.Source}, and {AsObtained}" : AsObtained;
        return new MappedField("location", looked, source.BusinessUnit, Value: source.BusinessUnit);
    }

    private void Identify(Profile profile, Site site)
    {
        var fields = profile
            .Identity.Select(rule => rule.Find(root))
            .Select(found => new MappedField("identity", found.Source, found.Raw, found.How, found.Text, found.Problem))
            .ToList();
        var isWhole = fields.Count > 0 && fields.TrueForAll(field => field.Value is not null);
        string[] all = [profile.Name, site.Location, .. fields.Select(field => field.Value ?? "")];
        SoFar = SoFar with { IdentityFields = fields, Identity = isWhole ? JsonSerializer.Serialize(all) : null };
    }

    private Profile? Without(string problem)
    {
        SoFar = SoFar with { DocumentProblem = problem };
        return null;
    }

    private string Unrecognised(XElement element)
    {
        var names = element
            .Elements()
            .Select(child => child.Name.LocalName)
            .Distinct(StringComparer.Ordinal)
            .Take(MembersShown);
        return $"no profile recognises this document, whose root is '{element.Name.LocalName}' with "
            + $"{(element.HasElements ? string.Join(", ", names) : "nothing in it")} (profiles: {Known()})";
    }

    private string Known() => string.Join(", ", profiles.Profiles.Select(profile => profile.Name));
}
