using System.Text.Json;

namespace NotifyReceiver.Wording;

/// <summary>Tells where JSON is broken as an editor counts: lines from 1.</summary>
internal static class JsonMistake
{
    private const string FrameworksOwnPlace = " LineNumber:";
    private const string FrameworksOwnPath = " Path:";

    public static string Of(JsonException broken)
    {
        var what = broken.Message.Split(FrameworksOwnPlace)[0].Split(FrameworksOwnPath)[0];
        return broken.LineNumber is { } line ? $"line {line + 1}: {what}" : what;
    }
}
