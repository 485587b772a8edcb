using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Issuing.Options;

/// <summary>How names are proven.</summary>
/// <param name="Preferred">The challenges that may be used, the preferred one first.</param>
/// <param name="HttpListen">Where http-01 is answered; empty: nowhere.</param>
/// <param name="DnsHook">The program that adds and removes TXT records; null: none.</param>
/// <param name="DnsWait">How long a new record takes to reach the servers that the CA asks.</param>
internal sealed record ChallengeOptions(
    IReadOnlyList<ChallengeType> Preferred,
    IReadOnlyList<ListenAddress> HttpListen,
    string? DnsHook,
    TimeSpan DnsWait
)
{
    private const string PreferredKey = "Acme:Challenges";
    private const string HttpListenKey = "Acme:HttpListen";
    private const string DnsHookKey = "Acme:DnsHook";
    private const int DefaultDnsWaitSeconds = 30;
    private const int LongestDnsWaitSeconds = 3600;

    private static readonly Dictionary<string, ChallengeType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tls-alpn-01"] = ChallengeType.TlsAlpn01,
        ["http-01"] = ChallengeType.Http01,
        ["dns-01"] = ChallengeType.Dns01,
    };

    public static string NameOf(ChallengeType type) => Types.First(named => named.Value == type).Key;

    public static ChallengeOptions Read(SettingsReader settings)
    {
        var listen = ReadListen(settings);
        var hook = ReadHook(settings);
        return new ChallengeOptions(
            ReadPreferred(settings, listen.Count > 0, hook is not null),
            listen,
            hook,
            TimeSpan.FromSeconds(
                settings.Number("Acme:DnsWaitSeconds", DefaultDnsWaitSeconds, least: 0, LongestDnsWaitSeconds)
            )
        );
    }

#pragma warning disable S5332 // http-01 is asked for over http (RFC 8555 section 8.3).
    private static IReadOnlyList<ListenAddress> ReadListen(SettingsReader settings) =>
        settings.List(HttpListenKey).Count == 0
            ? []
            : ListenAddress.ReadAll(settings, HttpListenKey, "http://0.0.0.0:80", Uri.UriSchemeHttp);
#pragma warning restore S5332

    private static List<ChallengeType> ReadPreferred(SettingsReader settings, bool hasListener, bool hasHook)
    {
        var told = settings.List(PreferredKey);
        if (told.Count == 0)
        {
            return
            [
                ChallengeType.TlsAlpn01,
                .. hasListener ? [ChallengeType.Http01] : Array.Empty<ChallengeType>(),
                .. hasHook ? [ChallengeType.Dns01] : Array.Empty<ChallengeType>(),
            ];
        }
        var preferred = new List<ChallengeType>();
        foreach (var text in told)
        {
            if (!Types.TryGetValue(text, out var type))
            {
                settings.Mistake(PreferredKey, $"'{text}' is not one of {string.Join(", ", Types.Keys)}");
            }
            else if (!preferred.Contains(type))
            {
                preferred.Add(type);
            }
        }
        RefuseUnanswerable(settings, preferred, ChallengeType.Http01, hasListener, HttpListenKey);
        RefuseUnanswerable(settings, preferred, ChallengeType.Dns01, hasHook, DnsHookKey);
        return preferred;
    }

    private static void RefuseUnanswerable(
        SettingsReader settings,
        List<ChallengeType> preferred,
        ChallengeType type,
        bool isAnswered,
        string key
    )
    {
        if (preferred.Contains(type) && !isAnswered)
        {
            settings.Mistake(PreferredKey, $"{NameOf(type)} needs {key}");
        }
    }

    private static string? ReadHook(SettingsReader settings)
    {
        var hook = settings.Text(DnsHookKey);
        if (hook is not null && !File.Exists(hook))
        {
            settings.Mistake(DnsHookKey, $"there is no file '{hook}'");
        }
        return hook is null ? null : Path.GetFullPath(hook);
    }
}
