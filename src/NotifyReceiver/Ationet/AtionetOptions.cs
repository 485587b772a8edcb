using NotifyReceiver.Settings;

namespace NotifyReceiver.Ationet;

/// <param name="BaseUrl">ATIONET's host, without a path; null is a dry run.</param>
/// <param name="Credentials">The FMSAPI user; null in a dry run.</param>
/// <param name="SystemModel">Our name in the envelope, as agreed with ATIONET.</param>
/// <param name="Timeout">How long to wait for a reply; past it the outcome is unknown.</param>
internal sealed record AtionetOptions(
    Uri? BaseUrl,
    Credentials? Credentials,
    AuthorizationForm Authorization,
    string SystemModel,
    string SystemVersion,
    TimeSpan Timeout
)
{
    private const int LongestTimeoutSeconds = 120;
    private const int DefaultTimeoutSeconds = 20;

    private static readonly Dictionary<string, AuthorizationForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["plain"] = AuthorizationForm.Plain,
        ["base64"] = AuthorizationForm.Base64,
    };

    public bool IsDryRun => BaseUrl is null;

    public static AtionetOptions Read(SettingsReader settings)
    {
        var baseUrl = ReadBaseUrl(settings);
        var isHostGiven = settings.Text("Ationet:BaseUrl") is not null;
        var credentials = Credentials.Read(settings, "Ationet", required: isHostGiven);
        if (credentials is not null && !isHostGiven)
        {
            settings.Mistake(
                "Ationet:BaseUrl",
                "is missing, though there is a user for it; a dry run has neither (leave out Ationet:UserName and Ationet:Password)"
            );
        }
        // Nothing is downloaded yet; they are checked, so that a mistake shows at start and not on the night they are needed.
        _ = Credentials.Read(settings, "Ationet:Download", required: false);
        return new AtionetOptions(
            baseUrl,
            credentials,
            settings.Choice("Ationet:Authorization", AuthorizationForm.Plain, Forms),
            settings.Text("Ationet:SystemModel", "NotifyReceiver"),
            settings.Text("Ationet:SystemVersion", "1.0"),
            TimeSpan.FromSeconds(
                settings.Number("Ationet:TimeoutSeconds", DefaultTimeoutSeconds, 1, LongestTimeoutSeconds)
            )
        );
    }

    private static Uri? ReadBaseUrl(SettingsReader settings)
    {
        const string Key = "Ationet:BaseUrl";
        var text = settings.Text(Key);
        if (text is null)
        {
            return null;
        }
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            settings.Mistake(Key, $"'{text}' is not an address like https://native.ationet.com");
            return null;
        }
        if (url.Scheme == "http" && !url.IsLoopback)
        {
            settings.Mistake(Key, "is not https; the password would travel readably (http is for this machine alone)");
        }
        if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            settings.Mistake(
                Key,
                "has more than a host; write it like https://native.ationet.com, /v1/fms is added here"
            );
        }
        return url;
    }
}
