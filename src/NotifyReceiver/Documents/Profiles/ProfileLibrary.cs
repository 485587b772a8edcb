using System.Reflection;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Documents.Profiles;

/// <summary>The profiles in use: those of the program, and the user's own, which replace a built-in one of the same name.</summary>
internal sealed record ProfileLibrary(IReadOnlyList<Profile> Profiles)
{
    private const string BuiltInFolder = "NotifyReceiver.Documents.Profiles.BuiltIn.";

    public Profile? Recognise(Document document) => Profiles.FirstOrDefault(profile => profile.Recognises(document));

    /// <summary>Loads them all; what is wrong with a user's file is a mistake of the configuration.</summary>
    public static ProfileLibrary Load(ProfileOptions options, SettingsReader settings)
    {
        var own = LoadOwn(options, settings);
        var replaced = own.Select(profile => profile.Name).ToHashSet(StringComparer.Ordinal);
        return new ProfileLibrary([.. own, .. BuiltIn().Where(profile => !replaced.Contains(profile.Name))]);
    }

    public static IReadOnlyList<Profile> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(BuiltInFolder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => ReadBuiltIn(assembly, name)),
        ];
    }

    private static Profile ReadBuiltIn(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var (profile, mistakes) = ProfileReader.Read(reader.ReadToEnd());
        return profile ?? throw new InvalidOperationException($"{name}: {string.Join("; ", mistakes)}");
    }

    private static List<Profile> LoadOwn(ProfileOptions options, SettingsReader settings)
    {
        var profiles = new List<Profile>();
        if (!Directory.Exists(options.Directory))
        {
            return profiles;
        }
        foreach (var file in Directory.EnumerateFiles(options.Directory, "*.json").Order(StringComparer.Ordinal))
        {
            var (profile, mistakes) = ReadOwn(file);
            if (profile is not null && profiles.Exists(other => other.Name == profile.Name))
            {
                settings.Mistake("Profiles:Directory", $"{file}: another file there has the name '{profile.Name}' too");
            }
            else if (profile is not null)
            {
                profiles.Add(profile);
            }
            foreach (var mistake in mistakes)
            {
                settings.Mistake("Profiles:Directory", $"{file}: {mistake}");
            }
        }
        return profiles;
    }

    private static (Profile? Profile, IReadOnlyList<string> Mistakes) ReadOwn(string file)
    {
        try
        {
            return ProfileReader.Read(File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, [unreadable.Message]);
        }
    }
}
