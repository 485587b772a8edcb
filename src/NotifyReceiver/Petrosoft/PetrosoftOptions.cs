using NotifyReceiver.Settings;

namespace NotifyReceiver.Petrosoft;

/// <param name="Login">The service account; null means that nothing is fetched.</param>
internal sealed record PetrosoftOptions(Uri AuthUrl, Uri DocumentsUrl, string? Login, string? Password)
{
    public bool HasAccount => Login is not null && Password is not null;

    /// <summary>Shows no password.</summary>
    public override string ToString() => $"{Login ?? "nobody"} at {AuthUrl} and {DocumentsUrl}";

    public static PetrosoftOptions Read(SettingsReader settings)
    {
        var login = settings.Text("Petrosoft:Login");
        var password = settings.Text("Petrosoft:Password");
        if (login is null != password is null)
        {
            settings.Mistake(
                $"Petrosoft:{(login is null ? "Login" : "Password")}",
                "is missing; login and password go together"
            );
        }
        return new PetrosoftOptions(
            ReadUrl(settings, "Petrosoft:AuthUrl", "https://device-gateway-api.petrosoft.cloud"),
            ReadUrl(settings, "Petrosoft:DocumentsUrl", "https://business-documents-api.petrosoft.cloud"),
            login,
            password
        );
    }

    private static Uri ReadUrl(SettingsReader settings, string key, string otherwise)
    {
        var text = settings.Text(key, otherwise);
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))
        )
        {
            settings.Mistake(key, $"'{text}' is not an https address like {otherwise}");
            return new Uri(otherwise);
        }
        if ((url.Query + url.Fragment + url.UserInfo).Length > 0)
        {
            settings.Mistake(key, $"has more than a host and a path; write it like {otherwise}");
        }
        return url;
    }
}
