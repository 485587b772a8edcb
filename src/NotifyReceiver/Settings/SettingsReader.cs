using System.Globalization;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Settings;

/// <summary>
/// Reads settings one by one in the operator's words, and collects every mistake instead of stopping at the first.
/// A setting may also stand in a file of its own: for <c>Ationet:Password</c>, <c>Ationet:PasswordFile</c> names it.
/// </summary>
internal sealed class SettingsReader(IConfigurationRoot configuration)
{
    private static readonly Dictionary<string, bool> Truths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["false"] = false,
    };

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Mistake(string key, string what) => _mistakes.Add($"{key}: {what}");

    /// <summary>The setting's text, trimmed; null when it is absent or empty.</summary>
    public string? Text(string key)
    {
        _known.Add(key);
        _known.Add(key + "File");
        var value = configuration[key];
        var file = configuration[key + "File"];
        if (string.IsNullOrWhiteSpace(file))
        {
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }
        if (!string.IsNullOrWhiteSpace(value))
        {
            Mistake(key, $"is set both here and in {key}File; remove one of them");
            return null;
        }
        return FromFile(key, file.Trim());
    }

    public string Text(string key, string otherwise) => Text(key) ?? otherwise;

    /// <summary>A list: an array in JSON, <c>Key__0</c>, <c>Key__1</c> … in the environment, or one text split at ';' or line ends.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var single = Text(key);
        List<string> values = single is null
            ? []
            :
            [
                .. single.Split(
                    [';', '\n', '\r'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                ),
            ];
        foreach (var child in configuration.GetSection(key).GetChildren())
        {
            _known.Add(child.Path);
            if (!string.IsNullOrWhiteSpace(child.Value))
            {
                values.Add(child.Value.Trim());
            }
        }
        return values;
    }

    /// <summary>The names of the sections within a section, such as the networks of <c>Ationet:Networks</c>.</summary>
    public IReadOnlyList<string> Names(string section) =>
        [.. configuration.GetSection(section).GetChildren().Select(child => child.Key)];

    public long Number(string key, long otherwise, long least, long most)
    {
        var text = Text(key);
        if (text is null)
        {
            return otherwise;
        }
        if (
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Mistake(key, $"'{text}' is not a whole number from {least} to {most}");
        return otherwise;
    }

    public bool YesOrNo(string key, bool otherwise) => Choice(key, otherwise, Truths);

    public T Choice<T>(string key, T otherwise, IReadOnlyDictionary<string, T> choices)
    {
        var text = Text(key);
        if (text is null)
        {
            return otherwise;
        }
        foreach (var (name, value) in choices)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }
        Mistake(key, $"'{text}' is not one of {string.Join(", ", choices.Keys)}");
        return otherwise;
    }

    /// <summary>Adds a mistake for each key that was given but that no setting is called by. Call it after all were read.</summary>
    public void RefuseUnknownKeys()
    {
        var roots = _known.Select(Root).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            var given = value is not null && !_known.Contains(key) && !IsForTheHost(key);
            if (
                given
                && (IsOursToKnow(key) || (roots.Contains(Root(key)) && key.Contains(':', StringComparison.Ordinal)))
            )
            {
                Mistake(key, $"is not a setting{NearestName.Suggest(key, _known)}");
            }
        }
    }

    private static string Root(string key) => key.Split(':')[0];

    private static bool IsForTheHost(string key) => Root(key).Equals("Logging", StringComparison.OrdinalIgnoreCase);

    // The environment is full of variables that are nobody's mistake; a file and a command line are ours alone.
    private bool IsOursToKnow(string key) =>
        configuration.Providers.Any(provider =>
            provider
                is not Microsoft.Extensions.Configuration.EnvironmentVariables.EnvironmentVariablesConfigurationProvider
            && provider.TryGet(key, out _)
        );

    private string? FromFile(string key, string file)
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            if (text.Length > 0)
            {
                return text;
            }
            Mistake(key + "File", $"the file '{file}' is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Mistake(key + "File", $"cannot read '{file}': {unreadable.Message}");
        }
        return null;
    }
}
