using System.Text;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>
/// Takes PEM apart (RFC 7468). By hand, as the framework passes over a block that is not whole without a word; text before and
/// between the blocks is nobody's business.
/// </summary>
internal static class PemText
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    public static bool IsIn(byte[] file) => Decode(file).Contains(Begin, StringComparison.Ordinal);

    public static IReadOnlyList<PemBlock> Blocks(byte[] file)
    {
        // Files that were put one after another often lack a line end between them.
        var text = Decode(file).Replace(Dashes + Begin, Dashes + "\n" + Begin, StringComparison.Ordinal);
        var lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        return
        [
            .. Enumerable
                .Range(0, lines.Length)
                .Where(at => Label(lines[at], Begin) is not null)
                .Select(at => Block(lines, at)),
        ];
    }

    private static PemBlock Block(string[] lines, int at)
    {
        var label = Label(lines[at], Begin)!;
        var inner = lines.Skip(at + 1).TakeWhile(line => !IsBorder(line)).ToList();
        var last = at + 1 + inner.Count;
        return Block(label, inner, at + 1, isWhole: last < lines.Length && Label(lines[last], End) == label);
    }

    private static PemBlock Block(string label, List<string> lines, int line, bool isWhole)
    {
        var isEncrypted = lines.Exists(one => one.StartsWith("DEK-Info:", StringComparison.OrdinalIgnoreCase));
        var text = string.Concat(lines.Where(one => !one.Contains(':', StringComparison.Ordinal)));
        var content = new byte[text.Length];
        var isBase64 = Convert.TryFromBase64String(text, content, out var length);
        var problem = (isWhole, isBase64) switch
        {
            (false, _) =>
                $"the {label} that begins in line {line} has no '{End}{label}{Dashes}': the file was cut off or is still being written",
            (_, false) => $"the {label} that begins in line {line} has characters that do not belong there",
            _ => null,
        };
        return new PemBlock(label, problem is null ? content[..length] : null, line, isEncrypted, problem);
    }

    private static bool IsBorder(string line) => Label(line, Begin) is not null || Label(line, End) is not null;

    private static string? Label(string line, string border)
    {
        var text = line.Trim();
        return text.StartsWith(border, StringComparison.Ordinal) && text.EndsWith(Dashes, StringComparison.Ordinal)
            ? text[border.Length..^Dashes.Length].Trim()
            : null;
    }

    // Notepad and PowerShell write UTF-16, which says so with its first two bytes.
    private static string Decode(byte[] file)
    {
        using var reader = new StreamReader(
            new MemoryStream(file),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return reader.ReadToEnd();
    }
}
