using NotifyReceiver.Settings;

namespace NotifyReceiver.Storage;

/// <param name="DataDirectory">Where the database and the generated secrets are kept.</param>
internal sealed record StorageOptions(string DataDirectory)
{
    public string DatabaseFile => Path.Combine(DataDirectory, "notify-receiver.db");

    public static StorageOptions Read(SettingsReader settings) => new(settings.Text("Receiver:DataDirectory", "data"));
}
