using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotifyReceiver.Documents.Drafting.Guessing;

/// <summary>How a rule stands in a profile, on one line.</summary>
internal static class RuleText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text(string value) => JsonSerializer.Serialize(value, Options);

    public static string Selector(string xpath) => Text(xpath);

    public static string Constant(string value) => $"{{ \"constant\": {Text(value)} }}";

    public static string DateAndTime(string date, string? time) =>
        time is null ? $"{{ \"date\": {Text(date)} }}" : $"{{ \"date\": {Text(date)}, \"time\": {Text(time)} }}";

    public static string FirstOf(params IEnumerable<string> rules) => $"[{string.Join(", ", rules)}]";

    public static string Joined(IEnumerable<string> xpaths, string separator) =>
        $"{{ \"join\": [{string.Join(", ", xpaths.Select(Text))}], \"separator\": {Text(separator)} }}";
}
