namespace NotifyReceiver.Settings;

/// <summary>The program cannot start with these settings. Carries every mistake, each in one readable line.</summary>
internal sealed class SettingsException(IReadOnlyList<string> mistakes)
    : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
