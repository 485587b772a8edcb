using System.Globalization;
using System.Text;

namespace NotifyReceiver.Documents.Drafting;

/// <summary>The lines of a draft, with comments between them that no content of a document can break out of.</summary>
internal sealed class DraftLines
{
    private const int Width = 110;

    private readonly StringBuilder _text = new();

    public void Add(string line) => _text.Append(line).Append('\n');

    /// <summary>One comment, over as many lines as it needs.</summary>
    public void Comment(string indent, string comment)
    {
        var line = new StringBuilder();
        foreach (var word in OneLine(comment).Split(' '))
        {
            if (line.Length > 0 && indent.Length + line.Length + word.Length > Width)
            {
                Add($"{indent}// {line}");
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        Add($"{indent}// {line}");
    }

    /// <summary>One comment on a line of its own, its spaces as they are.</summary>
    public void CommentLine(string comment) => Add($"//   {OneLine(comment)}".TrimEnd());

    public override string ToString() => _text.ToString();

    // Half a pair is no text, and a line's end would end the comment.
    private static string OneLine(string comment)
    {
        var line = new StringBuilder(comment.Length);
        foreach (var rune in comment.EnumerateRunes())
        {
            line.Append(IsPlain(rune) ? rune.ToString() : " ");
        }
        return line.ToString();
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
