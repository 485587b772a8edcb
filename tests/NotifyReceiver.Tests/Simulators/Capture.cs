namespace NotifyReceiver.Tests.Simulators;

/// <summary>One captured request: method, path, headers and body, as ATIONET's own SDK sent them.</summary>
internal sealed record Capture(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string Body
)
{
    private static string Directory => System.IO.Path.Combine(AppContext.BaseDirectory, "Wire");

    public static IEnumerable<string> Names =>
        System.IO.Directory.EnumerateFiles(Directory, "*.http").Select(file => System.IO.Path.GetFileName(file));

    public static Capture Read(string name)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Directory, name)).ReplaceLineEndings("\n");
        var (head, body) = (
            text[..text.IndexOf("\n\n", StringComparison.Ordinal)],
            text[text.IndexOf("\n\n", StringComparison.Ordinal)..]
        );
        var lines = head.Split('\n');
        var first = lines[0].Split(' ');
        var headers = lines[1..]
            .Select(line => line.Split(": ", 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1]));
        return new(first[0], first[1], [.. headers], body.Trim('\n'));
    }
}
