using NotifyReceiver.Settings;

namespace NotifyReceiver.Petrosoft;

/// <param name="Login">The service account; null means that nothing is fetched.</param>
internal sealed record PetrosoftOptions(Uri AuthUrl, Uri DocumentsUrl, string? Login, string? Password)
{
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
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback))
        )
        {
            return url;
        }
        settings.Mistake(key, $"'{text}' is not an https address like {otherwise}");
        return new Uri(otherwise);
    }
}
