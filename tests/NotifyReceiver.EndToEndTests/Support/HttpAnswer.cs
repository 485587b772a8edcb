using System.Globalization;
using System.Text.Json;

namespace NotifyReceiver.EndToEndTests.Support;

/// <summary>What <c>curl --include</c> wrote, taken apart.</summary>
public sealed record HttpAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private const string BlankLine = "\r\n\r\n";

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>The notification's id, of a call that was taken.</summary>
    public string Id => Json.Text("id");

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static HttpAnswer Of(CommandRun curl)
    {
        Assert.True(curl.ExitCode == 0, curl.ToString());
        var rest = curl.Output;
        while (true)
        {
            var end = rest.IndexOf(BlankLine, StringComparison.Ordinal);
            Assert.True(end > 0, $"There is no answer:\n{curl}");
            var lines = rest[..end].Split("\r\n");
            rest = rest[(end + BlankLine.Length)..];
            var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
            if (status >= 200)
            {
                return new HttpAnswer(status, HeadersOf(lines[1..]), rest);
            }
        }
    }

    private static Dictionary<string, string> HeadersOf(IEnumerable<string> lines) =>
        lines
            .Select(line => line.Split(": ", 2))
            .GroupBy(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => string.Join(", ", same), StringComparer.OrdinalIgnoreCase);
}
