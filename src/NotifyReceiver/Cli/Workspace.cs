using NotifyReceiver.Settings;
using NotifyReceiver.Storage;

namespace NotifyReceiver.Cli;

/// <summary>What the commands beside the service need of the settings, and no more: a list must work while others are wrong.</summary>
internal static class Workspace
{
    public static IConfigurationRoot Configuration(IReadOnlyList<string> settings) =>
        ConfigurationSources.Load(Directory.GetCurrentDirectory(), settings);

    /// <exception cref="StorageException">There is no database yet, or it cannot be opened.</exception>
    public static Database OpenDatabase(IReadOnlyList<string> settings) =>
        Database.OpenExisting(Read(settings, StorageOptions.Read).DatabaseFile);

    /// <exception cref="SettingsException">Something about these settings is wrong.</exception>
    public static T Read<T>(IReadOnlyList<string> settings, Func<SettingsReader, T> read)
    {
        // A mistyped directory on the command line would list, or replay, something else.
        var typed = new ConfigurationBuilder().AddCommandLine([.. settings]).Build();
        if (settings.Count > 0 && ReceiverSettings.UnknownKeys(typed) is { Count: > 0 } unknown)
        {
            throw new SettingsException(unknown);
        }
        var reader = new SettingsReader(Configuration(settings));
        var options = read(reader);
        return reader.Mistakes.Count == 0 ? options : throw new SettingsException(reader.Mistakes);
    }
}
