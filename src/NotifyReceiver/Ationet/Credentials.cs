using System.Text;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Ationet;

/// <summary>A user of ATIONET's. Its text shows no password.</summary>
internal sealed record Credentials(string UserName, string Password)
{
    private const char LastPrintable = '~';
    private const string Hidden = "***";

    /// <summary>The value of the Authorization header after "Basic ".</summary>
    public string Parameter(AuthorizationForm form)
    {
        var text = $"{UserName}:{Password}";
        return form == AuthorizationForm.Plain ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
    }

    public override string ToString() => UserName;

    /// <summary>A text of the host's, without the password where it repeats it.</summary>
    public string HiddenIn(string text) =>
        text.Replace(Parameter(AuthorizationForm.Base64), Hidden, StringComparison.Ordinal)
            .Replace(Password, Hidden, StringComparison.Ordinal);

    /// <summary>Reads <c>section:UserName</c> and <c>section:Password</c>: both, or neither where that is allowed.</summary>
    /// <param name="requiredBy">The setting that cannot do without them; null when there may be none.</param>
    public static Credentials? Read(SettingsReader settings, string section, string? requiredBy)
    {
        var user = settings.Text($"{section}:UserName");
        var password = settings.Text($"{section}:Password");
        RefuseUnprintable(settings, $"{section}:UserName", user);
        RefuseUnprintable(settings, $"{section}:Password", password);
        if (user?.Contains(':', StringComparison.Ordinal) == true)
        {
            settings.Mistake($"{section}:UserName", "contains a colon, at which ATIONET would cut it");
        }
        if (user is null != password is null)
        {
            var missing = user is null ? "UserName" : "Password";
            settings.Mistake($"{section}:{missing}", "is missing; user name and password go together");
        }
        if (user is null && password is null && requiredBy is not null)
        {
            settings.Mistake($"{section}:UserName", $"is required, with {section}:Password, when {requiredBy} is set");
        }
        return user is null || password is null ? null : new Credentials(user, password);
    }

    private static void RefuseUnprintable(SettingsReader settings, string key, string? value)
    {
        if (value?.Any(character => character is < ' ' or > LastPrintable) == true)
        {
            settings.Mistake(
                key,
                "has a character that is not printable ASCII; the header that carries it holds no other, and how ATIONET would read one is not known"
            );
        }
    }
}
