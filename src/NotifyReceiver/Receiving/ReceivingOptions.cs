using NotifyReceiver.Settings;

namespace NotifyReceiver.Receiving;

/// <param name="ApiKeys">The accepted keys; empty means that one is generated.</param>
/// <param name="MaxBodyBytes">The largest body that is taken.</param>
/// <param name="SuccessStatus">What a stored call is answered with: some senders take one alone.</param>
internal sealed record ReceivingOptions(
    IReadOnlyList<ListenAddress> Listen,
    IReadOnlyList<string> ApiKeys,
    int MaxBodyBytes,
    int SuccessStatus
)
{
    private const int DefaultMaxBodyBytes = 4 * 1024 * 1024;
    private const int LargestMaxBodyBytes = 256 * 1024 * 1024;
    private const int ShortestKey = 16;

    private static readonly Dictionary<string, int> SuccessStatuses = new(StringComparer.Ordinal)
    {
        ["200"] = StatusCodes.Status200OK,
        ["202"] = StatusCodes.Status202Accepted,
        ["204"] = StatusCodes.Status204NoContent,
    };

    public static ReceivingOptions Read(SettingsReader settings) =>
        new(
            ListenAddress.ReadAll(settings, "Receiver:Listen", "https://0.0.0.0:8443", "https"),
            ReadKeys(settings),
            (int)settings.Number("Receiver:MaxBodyBytes", DefaultMaxBodyBytes, 1, LargestMaxBodyBytes),
            settings.Choice("Receiver:SuccessStatus", StatusCodes.Status202Accepted, SuccessStatuses)
        );

    private static IReadOnlyList<string> ReadKeys(SettingsReader settings)
    {
        const string Key = "Receiver:ApiKeys";
        var keys = settings.List(Key);
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i].Length < ShortestKey)
            {
                settings.Mistake(
                    Key,
                    $"key {i + 1} has {keys[i].Length} characters; {ShortestKey} are the least that is safe"
                );
            }
            if (!keys[i].All(character => character is > ' ' and <= '~'))
            {
                settings.Mistake(Key, $"key {i + 1} has a character that no header can carry; use letters and digits");
            }
        }
        return keys;
    }
}
