using System.Text.Json;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Settings;

/// <summary>Where settings come from, the later one winning: <c>appsettings.json</c>, the environment, the command line.</summary>
internal static class ConfigurationSources
{
    private const string FileName = "appsettings.json";

    /// <exception cref="SettingsException">The file is not readable as JSON.</exception>
    public static IConfigurationRoot Load(string directory, IReadOnlyList<string> commandLine)
    {
        var file = Path.Combine(directory, FileName);
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Path.GetFullPath(directory))
                .AddJsonFile(FileName, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .AddCommandLine([.. commandLine])
                .Build();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var innermost = broken.GetBaseException();
            var what = innermost is JsonException json ? JsonMistake.Of(json) : innermost.Message;
            throw new SettingsException([$"{file}: {what}"]);
        }
        catch (FormatException broken)
        {
            throw new SettingsException([$"command line: {broken.Message}"]);
        }
    }
}
