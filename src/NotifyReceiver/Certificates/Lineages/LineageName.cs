using System.Security.Cryptography;
using System.Text;

namespace NotifyReceiver.Certificates.Lineages;

/// <summary>Names of lineages, which are names of directories too: nothing that a certificate says gets into a path as it is.</summary>
internal static class LineageName
{
    private const int HashLength = 8;

    /// <summary>For a set of names: the first of them, made safe, and the beginning of a hash over all of them in order.</summary>
    /// <param name="source"><c>acme</c>, <c>imported</c> or <c>manual</c>.</param>
    public static string For(string source, IReadOnlyList<string> names)
    {
        var all = string.Join('\n', names.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
        return $"{source}-{Safe(names[0])}-{hash[..HashLength]}";
    }

    /// <summary>Lower-case letters, digits, points, dashes and underscores, and never a point first.</summary>
    public static string Safe(string name)
    {
        var replaced = name.ToLowerInvariant().Replace("*", "wildcard_", StringComparison.Ordinal);
        var safe = string.Concat(replaced.Select(letter => IsSafe(letter) ? letter : '-')).TrimStart('.');
        return safe.Length == 0 ? "-" : safe[..Math.Min(safe.Length, 100)];
    }

    private static bool IsSafe(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_';
}
