using System.Xml.Linq;
using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>From the bytes of a document to rows for ATIONET, by a profile and the site. All of it, or none with every reason.</summary>
internal sealed class DocumentMapper(ProfileLibrary profiles, SiteDirectory sites)
{
    private const int MembersShown = 8;
    private const int MostRows = 1000;

    public Mapped Map(byte[] body, DocumentSource source)
    {
        var (document, problem) = DocumentReader.Read(body);
        if (document is null)
        {
            return Unmapped(problem!);
        }
        if (profiles.Recognise(document) is not { } profile)
        {
            return Unmapped(Unrecognised(document.Root));
        }
        var found = profile.Location.Raw(document.Root);
        if (found.Text is not { } location)
        {
            var what = found.Problem ?? "the document names no location";
            return Unmapped($"profile {profile.Name}: {what} (looked at {profile.Location.Source})");
        }
        return sites.ByLocation(location) is { } site
            ? MapRows(document, profile, site)
            : Unmapped($"profile {profile.Name}: location '{location}' is not among the sites (Sites:File)");
    }

    private string Unrecognised(XElement root)
    {
        var names = root.Elements()
            .Select(element => element.Name.LocalName)
            .Distinct(StringComparer.Ordinal)
            .Take(MembersShown);
        var known = string.Join(", ", profiles.Profiles.Select(profile => profile.Name));
        return $"no profile recognises this document, whose root is '{root.Name.LocalName}' with "
            + $"{(root.HasElements ? string.Join(", ", names) : "nothing in it")} (profiles: {known})";
    }

    private static Mapped MapRows(Document document, Profile profile, Site site)
    {
        var found = profile
            .Rows.SelectMany(rule => rule.RowsOf(document).Select((element, i) => (rule, element, i)))
            .ToList();
        if (found.Count > MostRows)
        {
            return Unmapped(
                $"profile {profile.Name}: the document has {found.Count} rows; {MostRows} are the most that one may have"
            );
        }
        var problems = new List<string>();
        var rows = new List<Row>();
        foreach (var (rule, element, i) in found)
        {
            var (row, mistakes) = MapRow(element, rule, site);
            rows.Add(row);
            problems.AddRange(
                mistakes.Select(mistake => $"{Name(rule.Kind)} {i + 1} ({rule.Select.XPath}), {mistake}")
            );
        }
        return problems.Count == 0
            ? new Mapped.Rows(profile.Name, site.Location, site.TerminalCode, rows, NotesOn(profile, rows))
            : Mapped.Unmapped.Because(
                problems.Select(problem => $"profile {profile.Name}, site {site.Location}, {problem}")
            );
    }

    // An invoice may hold charges alone, which is no error; but where it holds none of what was looked for, that should show.
    private static IReadOnlyList<string> NotesOn(Profile profile, List<Row> rows) =>
        rows.Count > 0
            ? []
            :
            [
                $"it yields nothing: there is no {string.Join(", ", profile.Rows.Select(rule => rule.Select.XPath))} in it",
            ];

    private static (Row Row, IReadOnlyList<string> Mistakes) MapRow(XElement element, RowRule rule, Site site)
    {
        var mapping = new RowMapping(element, rule, site);
        var row = mapping.Map();
        var unsaid = RowCheck
            .Mistakes(row)
            .Where(mistake => !mapping.Mistakes.Any(said => FieldOf(said) == FieldOf(mistake)));
        return (row, [.. mapping.Mistakes, .. unsaid]);
    }

    private static string FieldOf(string mistake) => mistake.Split(':')[0];

    private static string Name(RowKind kind) => kind == RowKind.Delivery ? "delivery" : "inventory";

    private static Mapped.Unmapped Unmapped(string problem) => Mapped.Unmapped.Because([problem]);
}
