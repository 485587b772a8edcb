using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>Names of lineages, which are names of directories too: nothing that a certificate says gets into a path as it is.</summary>
internal static class LineageName
{
    public const string Manual = "manual";
    public const string Imported = "imported";
    public const string Acme = "acme";

    private const int HashLength = 8;
    private const int MostReadable = 100;

    /// <summary>For a set of names: the first of them, made safe, and the beginning of a hash over all of them, in order.</summary>
    /// <param name="source">One of the above.</param>
    public static string For(string source, IReadOnlyList<string> names)
    {
        var all = string.Join('\n', names.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal));
        return $"{source}-{Safe(names[0])}-{Hash(all)}";
    }

    /// <summary>For files that an admin dropped: their own name, and a hash only where that had to be made safe.</summary>
    /// <param name="drop">Such as <c>tls</c>, or <c>shop/tls</c>.</param>
    public static string ForDrop(string drop)
    {
        var safe = Safe(drop);
        return safe == drop ? $"{Manual}-{safe}" : $"{Manual}-{safe}-{Hash(drop)}";
    }

    /// <summary>Which source feeds it.</summary>
    public static string SourceOf(string lineage) => lineage.Split('-')[0];

    /// <summary>Lower-case letters, digits, points, dashes and underscores, and never a point first.</summary>
    public static string Safe(string name)
    {
        var replaced = name.ToLowerInvariant().Replace("*", "wildcard_", StringComparison.Ordinal);
        var safe = string.Concat(replaced.Select(letter => IsSafe(letter) ? letter : '-')).TrimStart('.');
        return safe.Length == 0 ? "-" : safe[..Math.Min(safe.Length, MostReadable)];
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    private static bool IsSafe(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_';
}
