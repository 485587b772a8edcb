using NotifyReceiver.Settings;

namespace NotifyReceiver.Storage;

/// <param name="DataDirectory">Where the database and the generated secrets are kept.</param>
/// <param name="MinFreeBytes">With less room than that on its disk nothing more is taken; 0 is no reserve.</param>
internal sealed record StorageOptions(string DataDirectory, long MinFreeBytes = 0)
{
    private const long DefaultMinFreeBytes = 100 * 1024 * 1024;

    public string DatabaseFile => Path.Combine(DataDirectory, "notify-receiver.db");

    public static StorageOptions Read(SettingsReader settings) =>
        new(
            settings.Text("Receiver:DataDirectory", "data"),
            settings.Number("Receiver:MinFreeBytes", DefaultMinFreeBytes, 0, long.MaxValue)
        );
}
