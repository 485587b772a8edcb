namespace NotifyReceiver.Cli;

/// <summary>Tells settings from the command's own words: a setting is an option whose name has a colon.</summary>
internal static class SettingArguments
{
    public static (IReadOnlyList<string> Command, IReadOnlyList<string> Settings) Split(IReadOnlyList<string> args)
    {
        var command = new List<string>();
        var settings = new List<string>();
        var valueFollows = false;
        foreach (var argument in args)
        {
            var isSetting = IsSetting(argument);
            (isSetting || valueFollows ? settings : command).Add(argument);
            valueFollows = isSetting && !argument.Contains('=', StringComparison.Ordinal);
        }
        return (command, settings);
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Split('=')[0].Contains(':', StringComparison.Ordinal);
}
