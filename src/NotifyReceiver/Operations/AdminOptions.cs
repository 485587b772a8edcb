using NotifyReceiver.Settings;

namespace NotifyReceiver.Operations;

/// <param name="Listen">Where health is asked. Loopback alone: there is no password on this door.</param>
internal sealed record AdminOptions(IReadOnlyList<ListenAddress> Listen)
{
    public static AdminOptions Read(SettingsReader settings)
    {
        const string Key = "Admin:Listen";
        var addresses = ListenAddress.ReadAll(settings, Key, "http://127.0.0.1:8444", "http");
        foreach (var address in addresses.Where(address => !address.IsLoopback))
        {
            settings.Mistake(
                Key,
                $"{address} can be reached from outside, and this door has no password; use 127.0.0.1"
            );
        }
        return new AdminOptions(addresses);
    }
}
