using NotifyReceiver.Documents.Mapping;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Cli.Converting;

/// <summary>Tells a person how a document was mapped: the profile, the site, and one aligned line for each field.</summary>
internal sealed class ExplanationText(Explanation explanation)
{
    private const int WidestCell = 60;

    private static readonly IReadOnlyList<string> Head = ["FIELD", "SELECTOR", "DOCUMENT", "CONVERSION", "RESULT"];

    public void Write()
    {
        foreach (var verdict in explanation.Verdicts)
        {
            Line(verdict.IsIt ? "profile" : "not", $"{verdict.Profile}: {verdict.Why}");
        }
        if (explanation.Verdicts.Count == 0 && explanation.Profile is { } asked)
        {
            Line("profile", $"{asked}: as asked");
        }
        if (explanation.Site is { } site)
        {
            Line("site", $"{site.Location} {site.Name}, terminal {site.TerminalCode}, clock {site.TimeZone.Id}");
        }
        var aboutDocument = new[] { explanation.Location }.OfType<MappedField>().Concat(explanation.IdentityFields);
        WriteFields("document", aboutDocument);
        foreach (var row in explanation.Rows)
        {
            WriteFields(row.Name, row.Fields);
        }
        Console.Out.WriteLine();
        foreach (var skip in explanation.Skipped)
        {
            Line("skipped", $"{skip.Row}, because of {skip.Condition}");
        }
        if (explanation.Identity is { } identity)
        {
            Line("identity", identity);
        }
        foreach (var note in explanation.Notes)
        {
            Line("note", note);
        }
        Console.Out.WriteLine();
    }

    private static void WriteFields(string name, IEnumerable<MappedField> fields)
    {
        var cells = fields.Select(Cells).ToList();
        if (cells.Count > 0)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(PlainLine.Of(name));
            Output.WriteTable(Head, cells);
        }
    }

    private static IReadOnlyList<string> Cells(MappedField field) =>
        [
            field.Field,
            Cell(field.Source),
            Cell(field.Raw),
            Cell(field.How),
            PlainLine.Of(
                field switch
                {
                    { Problem: { } problem } => $"none: {problem}",
                    { Value: { } value } => value,
                    _ => "none: nothing was found",
                }
            ),
        ];

    private static string Cell(string? text)
    {
        var line = PlainLine.Of(text ?? "-");
        return line.Length > WidestCell ? $"{line[..(WidestCell - 1)]}…" : line;
    }

    private static void Line(string what, string text) => Console.Out.WriteLine($"{what, -8}  {PlainLine.Of(text)}");
}
