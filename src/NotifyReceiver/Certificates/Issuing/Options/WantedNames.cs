using System.Net;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Issuing.Options;

/// <summary>Reads which names are to be certified, and refuses what no CA could.</summary>
internal static class WantedNames
{
    private const string Key = "Acme:Names";
    private const int MostNames = 100;
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>The names of each certificate: <c>Acme:Names</c>, or one with all of <c>Certificates:Names</c>.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(SettingsReader settings, CertificateOptions certificates)
    {
        var told = settings.List(Key);
        var texts = told.Count == 0 && certificates.Names.Count > 0 ? [string.Join(',', certificates.Names)] : told;
        var sets = texts.Select(Split).ToList();
        foreach (var names in sets)
        {
            Check(settings, names);
        }
        return sets;
    }

    /// <summary>Refuses a name that none of the challenges can prove.</summary>
    public static void CheckProvable(
        SettingsReader settings,
        IReadOnlyList<IReadOnlyList<string>> sets,
        IReadOnlyList<ChallengeType> challenges
    )
    {
        foreach (var name in sets.SelectMany(names => names))
        {
            if (IsWildcard(name) && !challenges.Contains(ChallengeType.Dns01))
            {
                settings.Mistake(Key, $"'{name}' is proven by dns-01 alone, which needs Acme:DnsHook");
            }
            if (IPAddress.TryParse(name, out _) && challenges.All(challenge => challenge == ChallengeType.Dns01))
            {
                settings.Mistake(
                    Key,
                    $"'{name}' is an address, which dns-01 cannot prove; allow another in Acme:Challenges"
                );
            }
        }
    }

    private static List<string> Split(string text) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => name.ToLowerInvariant())
                .Distinct(StringComparer.Ordinal),
        ];

    private static void Check(SettingsReader settings, List<string> names)
    {
        if (names.Count is 0 or > MostNames)
        {
            settings.Mistake(Key, $"a certificate has 1 to {MostNames} names, this one {names.Count}");
        }
        foreach (var name in names.Where(name => !IPAddress.TryParse(name, out _) && !IsHost(name)))
        {
            settings.Mistake(
                Key,
                $"'{name}' is not a host name, *.host or address; others than ASCII letters are written in their xn-- form"
            );
        }
    }

    private static bool IsWildcard(string name) => name.StartsWith("*.", StringComparison.Ordinal);

    private static bool IsHost(string name) =>
        name.Length <= LongestName && (IsWildcard(name) ? name[2..] : name).Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
