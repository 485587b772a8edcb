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
    private const string BaseUrlKey = "Ationet:BaseUrl";
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
        var host = settings.Text(BaseUrlKey);
        var credentials = Credentials.Read(settings, "Ationet", required: host is not null);
        if (credentials is not null && host is null)
        {
            settings.Mistake(
                BaseUrlKey,
                "is missing, though there is a user for it; a dry run has neither (leave out Ationet:UserName and Ationet:Password)"
            );
        }
        // Nothing is downloaded yet; they are checked, so that a mistake shows at start and not on the night they are needed.
        _ = Credentials.Read(settings, "Ationet:Download", required: false);
        return new AtionetOptions(
            host is null ? null : ParseBaseUrl(settings, host),
            credentials,
            settings.Choice("Ationet:Authorization", AuthorizationForm.Plain, Forms),
            settings.Text("Ationet:SystemModel", "NotifyReceiver"),
            settings.Text("Ationet:SystemVersion", "1.0"),
            TimeSpan.FromSeconds(
                settings.Number("Ationet:TimeoutSeconds", DefaultTimeoutSeconds, 1, LongestTimeoutSeconds)
            )
        );
    }

    private static Uri? ParseBaseUrl(SettingsReader settings, string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
        {
            settings.Mistake(BaseUrlKey, $"'{text}' is not an address like https://native.ationet.com");
            return null;
        }
        if (url.Scheme == "http" && !url.IsLoopback)
        {
            settings.Mistake(
                BaseUrlKey,
                "is not https; the password would travel readably (http is for this machine alone)"
            );
        }
        if (url.PathAndQuery != "/" || url.UserInfo.Length > 0)
        {
            settings.Mistake(
                BaseUrlKey,
                "has more than a host; write it like https://native.ationet.com, /v1/fms is added here"
            );
        }
        return url;
    }
}
