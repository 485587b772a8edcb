using NotifyReceiver.Settings;

namespace NotifyReceiver.Cli;

/// <summary>Tells settings from the command's own words: a setting is an option whose name has a colon.</summary>
internal static class SettingArguments
{
    /// <exception cref="SettingsException">A setting has no value, which would silently leave it at its default.</exception>
    public static (IReadOnlyList<string> Command, IReadOnlyList<string> Settings) Split(IReadOnlyList<string> args)
    {
        var command = new List<string>();
        var settings = new List<string>();
        string? waiting = null;
        foreach (var argument in args)
        {
            if (waiting is not null && IsSetting(argument))
            {
                break;
            }
            var isSetting = IsSetting(argument);
            (isSetting || waiting is not null ? settings : command).Add(argument);
            waiting = isSetting && !argument.Contains('=', StringComparison.Ordinal) ? argument : null;
        }
        if (waiting is not null)
        {
            throw new SettingsException([$"{waiting[2..]}: has no value on the command line; write {waiting}=VALUE"]);
        }
        return (command, settings);
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Split('=')[0].Contains(':', StringComparison.Ordinal);
}
