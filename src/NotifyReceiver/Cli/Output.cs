using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NotifyReceiver.Cli;

/// <summary>How commands write: tables for people, JSON for programs.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteJson(object value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Json));

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Columns as wide as their widest cell; the last one may be as long as it likes.</summary>
    public static void WriteTable(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max())
            .ToList();
        foreach (var row in rows.Prepend(head))
        {
            var cells = row.Select((cell, column) => column == row.Count - 1 ? cell : cell.PadRight(widths[column]));
            Console.Out.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
