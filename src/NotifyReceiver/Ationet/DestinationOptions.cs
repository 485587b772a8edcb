using NotifyReceiver.Settings;

namespace NotifyReceiver.Ationet;

/// <summary>One of ATIONET's hosts, and the users by which it knows us.</summary>
/// <param name="Name"><c>default</c>, or the three characters that the terminal codes of its network begin with.</param>
/// <param name="BaseUrl">The host, without a path.</param>
/// <param name="Credentials">The FMSAPI user, who inserts.</param>
/// <param name="Authorization">How the password of either user travels.</param>
/// <param name="Download">The Interface API user, who looks up what is there; null where there is none.</param>
internal sealed record DestinationOptions(
    string Name,
    Uri BaseUrl,
    Credentials Credentials,
    AuthorizationForm Authorization,
    Credentials? Download
)
{
    /// <summary>The name of the one that is no network's own.</summary>
    public const string DefaultName = "default";

    /// <summary>So many characters of a terminal code tell its network (ATIONET's manual, Terminals / Controllers).</summary>
    public const int NetworkLength = 3;

    private const string Root = "Ationet";
    private const string BaseUrlKey = "Ationet:BaseUrl";
    private const string NetworksKey = "Ationet:Networks";

    // What stands in for a setting that is wrong. Nobody is called by it: settings with a mistake are refused.
    private static readonly Uri Nowhere = new("https://native.ationet.com");
    private static readonly Credentials Nobody = new("", "");

    private static readonly Dictionary<string, AuthorizationForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["plain"] = AuthorizationForm.Plain,
        ["base64"] = AuthorizationForm.Base64,
    };

    /// <summary>Where its settings stand: <c>Ationet</c> or <c>Ationet:Networks:XYZ</c>.</summary>
    public string Section => Name == DefaultName ? Root : $"{NetworksKey}:{Name}";

    /// <summary>Reads <c>Ationet:BaseUrl</c> and what goes with it; null when there is none, which is a dry run.</summary>
    public static DestinationOptions? ReadDefault(SettingsReader settings)
    {
        var host = settings.Text(BaseUrlKey);
        var credentials = Credentials.Read(settings, Root, requiredBy: host is null ? null : BaseUrlKey);
        var download = Credentials.Read(settings, $"{Root}:Download", requiredBy: null);
        var form = settings.Choice($"{Root}:Authorization", AuthorizationForm.Plain, Forms);
        if (host is not null)
        {
            return new DestinationOptions(
                DefaultName,
                ParseBaseUrl(settings, BaseUrlKey, host),
                credentials ?? Nobody,
                form,
                download
            );
        }
        RefuseWithoutHost(settings, credentials, "a user for it", Root);
        RefuseWithoutHost(settings, download, "a user who looks up there", $"{Root}:Download");
        return null;
    }

    /// <summary>Reads each <c>Ationet:Networks:XYZ</c>. Its address and form are those of the default where it has none; its users never.</summary>
    public static IReadOnlyList<DestinationOptions> ReadNetworks(SettingsReader settings, DestinationOptions? otherwise)
    {
        var names = settings.Names(NetworksKey);
        if (otherwise is null && names.Count > 0)
        {
            settings.Mistake(
                BaseUrlKey,
                $"is missing, though there is a network beside it ({NetworksKey}:{names[0]}); the other terminals need a host too"
            );
        }
        return [.. names.Select(name => ReadNetwork(settings, name, otherwise))];
    }

    private static DestinationOptions ReadNetwork(SettingsReader settings, string name, DestinationOptions? otherwise)
    {
        var section = $"{NetworksKey}:{name}";
        if (name.Length != NetworkLength)
        {
            settings.Mistake(
                section,
                $"'{name}' is not a network; it is named by the first {NetworkLength} characters of its terminal codes"
            );
        }
        var host = settings.Text($"{section}:BaseUrl");
        return new DestinationOptions(
            name,
            host is null ? otherwise?.BaseUrl ?? Nowhere : ParseBaseUrl(settings, $"{section}:BaseUrl", host),
            Credentials.Read(settings, section, requiredBy: section) ?? Nobody,
            settings.Choice($"{section}:Authorization", otherwise?.Authorization ?? AuthorizationForm.Plain, Forms),
            Credentials.Read(settings, $"{section}:Download", requiredBy: null)
        );
    }

    private static void RefuseWithoutHost(SettingsReader settings, Credentials? user, string who, string section)
    {
        if (user is not null)
        {
            settings.Mistake(
                BaseUrlKey,
                $"is missing, though there is {who}; a dry run has neither (leave out {section}:UserName and {section}:Password)"
            );
        }
    }

    private static Uri ParseBaseUrl(SettingsReader settings, string key, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            settings.Mistake(key, $"'{text}' is not an address like https://native.ationet.com");
            return Nowhere;
        }
        if (url.Scheme == "http" && !url.IsLoopback)
        {
            settings.Mistake(key, "is not https; the password would travel readably (http is for this machine alone)");
        }
        if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            settings.Mistake(
                key,
                "has more than a host; write it like https://native.ationet.com, /v1/fms is added here"
            );
        }
        return url;
    }
}
