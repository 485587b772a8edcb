namespace NotifyReceiver.Tests.Support;

internal static class Setting
{
    public static KeyValuePair<string, string?> Of(string key, string? value) => new(key, value);
}
