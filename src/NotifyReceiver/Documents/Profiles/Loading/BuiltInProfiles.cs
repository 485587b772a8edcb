using System.Reflection;

namespace NotifyReceiver.Documents.Profiles.Loading;

/// <summary>The profiles that are in the program.</summary>
internal static class BuiltInProfiles
{
    private const string Folder = "NotifyReceiver.Documents.Profiles.BuiltIn.";

    public static readonly IReadOnlyList<ProfileSource> All = Read(Assembly.GetExecutingAssembly());

    private static List<ProfileSource> Read(Assembly assembly) =>
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name)),
        ];

    private static ProfileSource Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var source = ProfileSource.Of(file: null, reader.ReadToEnd());
        return source.Profile is null
            ? throw new InvalidOperationException($"{name}: {string.Join("; ", source.Mistakes)}")
            : source;
    }
}
