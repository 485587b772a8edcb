using System.Text.Json;

namespace NotifyReceiver.EndToEndTests.Support;

internal static class JsonReading
{
    /// <summary>The text of a member that must be there.</summary>
    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static int Number(this JsonElement element, string member) => element.GetProperty(member).GetInt32();

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string member) =>
        [.. element.GetProperty(member).EnumerateArray()];

    /// <summary>Every reason of a notification, in one text.</summary>
    public static string Reasons(this JsonElement notification) =>
        string.Join('\n', notification.Items("reasons").Select(reason => reason.GetString()));
}
