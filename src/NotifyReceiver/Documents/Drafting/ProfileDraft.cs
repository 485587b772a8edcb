using NotifyReceiver.Ationet.Rows;
using NotifyReceiver.Documents.Drafting.Guessing;
using NotifyReceiver.Documents.Drafting.Shapes;
using NotifyReceiver.Documents.Profiles.Selecting;

namespace NotifyReceiver.Documents.Drafting;

/// <summary>
/// A profile to begin with, guessed from an example document. It is a valid one and recognises the document; what it cannot
/// guess stands in its comments, and all paths of the document at its end.
/// </summary>
internal sealed class ProfileDraft
{
    private const int MostOthers = 5;

    private readonly DraftLines _lines = new();
    private readonly Document _document;
    private readonly DocumentShape _shape;
    private readonly IReadOnlyList<RowGuess> _rows;

    private ProfileDraft(Document document)
    {
        _document = document;
        _shape = DocumentShape.Of(document);
        // What XML allows as a name, XPath might not; the root itself can always be selected.
        _rows = [.. RowGuess.All(_shape).SkipWhile(row => Selector.Parse(row.Select(_shape)).Problem is not null)];
    }

    /// <param name="name">The profile's.</param>
    /// <param name="source">What the document is called, for the comment at the top.</param>
    public static string Of(Document document, string name, string source)
    {
        var draft = new ProfileDraft(document);
        draft.Write(name, source);
        return draft._lines.ToString();
    }

    private void Write(string name, string source)
    {
        _lines.Comment("", $"Drafted from {source}: guesses by names and values, none of them sure.");
        _lines.Comment(
            "",
            "Move paths from the list at the end into place, save this as a .json file in Profiles:Directory, and the running service takes it up."
        );
        _lines.Add("{");
        _lines.Comment("  ", "A profile of your own replaces a built-in one of the same name.");
        _lines.Add($"  \"name\": {RuleText.Text(name)},");
        WriteRecognition();
        WriteLocation();
        WriteRows();
        _lines.Add("}");
        WritePaths();
    }

    private void WriteRecognition()
    {
        var root = RuleText.Text(_document.Root.Name.LocalName);
        var has = RecognitionGuess.Of(_document, _shape, _rows[0]);
        _lines.Comment("  ", "Which documents this is for. Leave out what another of this kind may lack.");
        _lines.Add(
            has is null
                ? $"  \"when\": {{ \"root\": {root} }},"
                : $"  \"when\": {{ \"root\": {root}, \"has\": {RuleText.Text(has)} }},"
        );
    }

    private void WriteLocation()
    {
        var found = LocationGuess.All(_shape);
        _lines.Comment(
            "  ",
            found.Count > 1
                ? $"Petrosoft's location id. It may also be {string.Join(", ", found.Skip(1).Take(MostOthers))}."
                : "Petrosoft's location id."
        );
        _lines.Add(
            found.Count > 0
                ? $"  \"location\": {RuleText.Selector(found[0])},"
                : $"  \"location\": {RuleText.Constant("not found: write its path here")},"
        );
    }

    private void WriteRows()
    {
        var row = _rows[0];
        var fields = FieldGuess.Of(row);
        _lines.Add("  \"rows\": [");
        _lines.Add("    {");
        _lines.Comment("      ", "deliveries or inventories");
        _lines.Add($"      \"yields\": \"{(row.Kind == RowKind.Delivery ? "deliveries" : "inventories")}\",");
        _lines.Comment("      ", AboutSelection(row));
        _lines.Add($"      \"select\": {RuleText.Selector(row.Select(_shape))},");
        _lines.Comment("      ", "Paths from the row; /*/ begins at the root, ../ at what is around the row.");
        _lines.Add("      \"fields\": {");
        for (var i = 0; i < fields.Count; i++)
        {
            var comma = i < fields.Count - 1 ? "," : "";
            _lines.Add($"        {RuleText.Text(fields[i].Key)}: {fields[i].Value}{comma}");
        }
        WriteUnguessed(row.Kind, fields.Select(field => field.Key));
        _lines.Add("      }");
        _lines.Add("    }");
        _lines.Add("  ]");
    }

    private string AboutSelection(RowGuess row)
    {
        var others = _rows
            .Skip(1)
            .Where(other => other.Row != _shape.Root && (other.Row.IsRepeated || IsPromising(other)))
            .Take(MostOthers)
            .Select(other => $"{other.Select(_shape)} ({Times(other.Row)})")
            .ToList();
        var unsure = row.Score < RowGuess.Likely ? " Nothing here looks like a tank, a product or a volume." : "";
        return $"Each of these becomes a row ({Times(row.Row)} in the example).{unsure}"
            + (others.Count > 0 ? $" It may also be {string.Join(", ", others)}." : "");
    }

    private void WriteUnguessed(RowKind kind, IEnumerable<string> guessed)
    {
        var missing = FieldTable.Of(kind).ExceptBy(guessed, field => field.Name, StringComparer.Ordinal).ToList();
        var required = missing.Where(field => field.Required).Select(field => field.Name).ToList();
        if (required.Count > 0)
        {
            _lines.Comment("        ", $"Required and not found: {string.Join(", ", required)}");
        }
        if (required.Contains(Signs.Tank.Field, StringComparer.Ordinal))
        {
            _lines.Comment("        ", "Without a TankNumber, the site's only tank of the product is meant.");
        }
        var others = missing.Where(field => !field.Required && field.Parent != FieldTable.Gps);
        _lines.Comment("        ", $"There are also: {string.Join(", ", others.Select(field => field.Name))}");
    }

    private void WritePaths()
    {
        var paths = PathList.Of(_shape);
        _lines.Comment("", "Every path of the document from its root, how often it is there, and its first value:");
        foreach (var path in paths)
        {
            _lines.CommentLine(path);
        }
        if (_shape.IsCut)
        {
            _lines.CommentLine("and more");
        }
    }

    private static bool IsPromising(RowGuess guess) => guess.Score >= RowGuess.Likely && guess.Row.Children.Count > 0;

    private static string Times(Spot spot) => spot.Count == 1 ? "once" : $"{spot.Count} times";
}
