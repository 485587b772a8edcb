using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Issuing.Options;

/// <summary>One certificate authority, and how it knows us. Its text shows no secret.</summary>
/// <param name="Section">Where its settings stand, which is its name too: <c>Acme</c>, <c>Acme:Second</c> or <c>Acme:Staging</c>.</param>
/// <param name="ExternalAccount">The account that its ACME account is bound to; null: none.</param>
/// <param name="Profile">The kind of certificate to ask for; null leaves it to the CA.</param>
/// <param name="PreferredChain">The issuer that the chain is to end at; null leaves it to the CA.</param>
/// <param name="TrustedRoots">The only roots that its own HTTPS is trusted by; null: the system's.</param>
internal sealed record CaOptions(
    string Section,
    Uri Directory,
    ExternalAccount? ExternalAccount,
    string? Profile,
    string? PreferredChain,
    X509Certificate2Collection? TrustedRoots
)
{
    private static readonly Dictionary<string, Uri> WellKnown = new(StringComparer.OrdinalIgnoreCase)
    {
        ["letsencrypt"] = new("https://acme-v02.api.letsencrypt.org/directory"),
        ["letsencrypt-staging"] = new("https://acme-staging-v02.api.letsencrypt.org/directory"),
    };

    // What stands in for a setting that is wrong. Nobody calls it: settings with a mistake are refused.
    private static readonly Uri Nowhere = new("https://ca.invalid/directory");

    public override string ToString() => $"{Section} ({Directory})";

    /// <summary>Null when the section names no directory.</summary>
    public static CaOptions? Read(SettingsReader settings, string section)
    {
        var directory = settings.Text($"{section}:Directory");
        var account = ReadExternalAccount(settings, section);
        var profile = settings.Text($"{section}:Profile");
        var chain = settings.Text($"{section}:PreferredChain");
        var roots = ReadRoots(settings, $"{section}:TrustedRoots");
        if (directory is not null)
        {
            return new CaOptions(
                section,
                ParseDirectory(settings, $"{section}:Directory", directory),
                account,
                profile,
                chain,
                roots
            );
        }
        if (account is not null || (profile ?? chain) is not null || roots is not null)
        {
            settings.Mistake(
                $"{section}:Directory",
                $"is missing, though other settings of {section} are there; name the CA ({string.Join(", ", WellKnown.Keys)} or its https address) or leave them out"
            );
        }
        return null;
    }

    private static Uri ParseDirectory(SettingsReader settings, string key, string text)
    {
        if (WellKnown.TryGetValue(text, out var known))
        {
            return known;
        }
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttps
            && url.UserInfo.Length == 0
        )
        {
            return url;
        }
        settings.Mistake(
            key,
            $"'{text}' is neither {string.Join(" nor ", WellKnown.Keys)} nor an https address like {WellKnown.Values.First()}"
        );
        return Nowhere;
    }

    private static ExternalAccount? ReadExternalAccount(SettingsReader settings, string section)
    {
        var keyId = settings.Text($"{section}:EabKeyId");
        var hmacKey = settings.Text($"{section}:EabHmacKey");
        if (keyId is null != hmacKey is null)
        {
            var missing = keyId is null ? "EabKeyId" : "EabHmacKey";
            settings.Mistake($"{section}:{missing}", "is missing; EabKeyId and EabHmacKey go together");
        }
        if (keyId is null || hmacKey is null)
        {
            return null;
        }
        var account = Acme.Accounts.ExternalAccount.From(keyId, hmacKey);
        if (account is null)
        {
            settings.Mistake($"{section}:EabHmacKey", "is not base64url; write it as the CA shows it");
        }
        return account;
    }

    private static X509Certificate2Collection? ReadRoots(SettingsReader settings, string key)
    {
        if (settings.Text(key) is not { } file)
        {
            return null;
        }
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(file);
        }
        catch (Exception unreadable)
            when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            settings.Mistake(key, $"cannot read certificates from '{file}': {unreadable.Message}");
            return null;
        }
        if (roots.Count == 0)
        {
            settings.Mistake(key, $"'{file}' holds no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
        }
        return roots;
    }
}
