using System.Text.RegularExpressions;

namespace NotifyReceiver.Certificates.Acme.Transport;

/// <summary>Link headers (RFC 8288), whose <c>rel</c> some CAs quote and some do not.</summary>
internal static partial class Links
{
    /// <summary>The addresses of one relation; relative ones begin at <paramref name="from"/>.</summary>
    public static IReadOnlyList<Uri> Of(string relation, IEnumerable<string> headers, Uri from) =>
        [
            .. headers
                .SelectMany(header => OneLink().Matches(header))
                .Where(link => Relations(link).Contains(relation, StringComparer.OrdinalIgnoreCase))
                .Select(link => Uri.TryCreate(from, link.Groups["address"].Value.Trim(), out var uri) ? uri : null)
                .OfType<Uri>(),
        ];

    private static string[] Relations(Match link)
    {
        var relation = Relation().Match(link.Groups["parameters"].Value);
        return relation.Groups["value"].Value.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(
        """<(?<address>[^>]*)>(?<parameters>(?:\s*;\s*[^\s;,="]+\s*(?:=\s*(?:"[^"]*"|[^\s;,"]*))?)*)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex OneLink();

    [GeneratedRegex(
        """;\s*rel\s*=\s*(?<value>"[^"]*"|[^\s;,"]+)""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Relation();
}
