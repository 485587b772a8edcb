using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Profiles;
using NotifyReceiver.Documents.Profiles.Selecting;
using NotifyReceiver.Sites;

namespace NotifyReceiver.Documents.Mapping;

/// <summary>Finds the rows of a document by its profile, leaves out those that are none, and maps the others.</summary>
internal sealed class RowsMapping(Profile profile, Site site, Place root)
{
    public const int MostRows = 1000;

    private readonly List<Explanation.Skip> _skipped = [];

    /// <summary>The explanation, completed by the rows.</summary>
    public Explanation Complete(Explanation begun)
    {
        var found = profile.Rows.SelectMany(Find).ToList();
        if (found.Count > MostRows)
        {
            return begun with { DocumentProblem = TooMany($"{found.Count} rows") };
        }
        // One line may become as many rows as the site has tanks.
        var rows = found
            .SelectMany(it => new RowMapping(it.Place, it.Rule, site, NameOf(it.Rule, it.Number)).Map())
            .Take(MostRows + 1)
            .ToList();
        return rows.Count > MostRows
            ? begun with
            {
                DocumentProblem = TooMany($"more than {MostRows} rows, divided between tanks"),
            }
            : begun with
            {
                Rows = rows,
                Skipped = _skipped,
                Notes =
                [
                    .. rows.SelectMany(row => row.Notes).Distinct(StringComparer.Ordinal),
                    .. NoteOnNothing(found.Count),
                ],
            };
    }

    private IEnumerable<(RowRule Rule, int Number, Place Place)> Find(RowRule rule)
    {
        var number = 0;
        foreach (var place in rule.Select.Elements(root))
        {
            number++;
            if (rule.SkipWhen.FirstOrDefault(condition => condition.IsTrue(place)) is { } condition)
            {
                _skipped.Add(new Explanation.Skip(NameOf(rule, number), condition.XPath));
            }
            else
            {
                yield return (rule, number, place);
            }
        }
    }

    private static string NameOf(RowRule rule, int number) =>
        $"{(rule.Kind == RowKind.Delivery ? "delivery" : "inventory")} {number} ({rule.Select.XPath})";

    // An invoice may hold charges alone, which is no error; but where it holds none of what was looked for, that should show.
    private IEnumerable<string> NoteOnNothing(int found)
    {
        if (found > 0)
        {
            return [];
        }
        return _skipped.Count > 0
            ? [$"it yields nothing: its rows, {_skipped.Count}, are all skipped by the profile's conditions"]
            :
            [
                $"it yields nothing: there is no {string.Join(", ", profile.Rows.Select(rule => rule.Select.XPath))} in it",
            ];
    }

    private string TooMany(string what) =>
        $"profile {profile.Name}: the document has {what}; {MostRows} are the most that one may have";
}
