using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Certificates.Issuing.Options;

/// <param name="First">The CA that certificates come from.</param>
/// <param name="Second">The one that is asked when the first fails again and again; null: none.</param>
/// <param name="Staging">The one for rehearsals; null: none.</param>
/// <param name="AgreesToTerms">Whether the owner agrees to the terms of service of the CAs that are named here.</param>
/// <param name="Contacts">Mail addresses that a CA may write to.</param>
/// <param name="Certificates">The names of each certificate.</param>
internal sealed record AcmeOptions(
    CaOptions First,
    CaOptions? Second,
    CaOptions? Staging,
    bool AgreesToTerms,
    IReadOnlyList<string> Contacts,
    IReadOnlyList<IReadOnlyList<string>> Certificates,
    ChallengeOptions Challenges,
    LeafKeyType KeyType
)
{
    public const string Section = "Acme";

    private const string TermsKey = "Acme:AgreeToTerms";

    /// <summary>The kinds of keys, as they are called in settings and by commands.</summary>
    public static IReadOnlyDictionary<string, LeafKeyType> KeyTypes { get; } =
        new Dictionary<string, LeafKeyType>(StringComparer.OrdinalIgnoreCase)
        {
            ["ec256"] = LeafKeyType.Ec256,
            ["ec384"] = LeafKeyType.Ec384,
            ["rsa2048"] = LeafKeyType.Rsa2048,
            ["rsa3072"] = LeafKeyType.Rsa3072,
            ["rsa4096"] = LeafKeyType.Rsa4096,
        };

    public IEnumerable<CaOptions> All => new[] { First, Second, Staging }.OfType<CaOptions>();

    /// <summary>Null when no CA is configured.</summary>
    /// <param name="mustAgree">Whether it is a mistake not to agree; only <c>acme register</c>, which shows the terms, does without.</param>
    public static AcmeOptions? Read(SettingsReader settings, CertificateOptions certificates, bool mustAgree = true)
    {
        var first = CaOptions.Read(settings, Section);
        var second = CaOptions.Read(settings, $"{Section}:Second");
        var staging = CaOptions.Read(settings, $"{Section}:Staging");
        var agrees = settings.YesOrNo(TermsKey, otherwise: false);
        var contacts = ReadContacts(settings);
        var challenges = ChallengeOptions.Read(settings);
        var keyType = settings.Choice("Acme:KeyType", LeafKeyType.Ec256, KeyTypes);
        var named = settings.List("Acme:Names");
        if (first is null)
        {
            RefuseWithoutFirst(settings, (second ?? staging)?.Section ?? (named.Count > 0 ? "Acme:Names" : null));
            return null;
        }
        var names = WantedNames.Read(settings, certificates);
        WantedNames.CheckProvable(settings, names, challenges.Preferred);
        if (names.Count == 0)
        {
            settings.Mistake("Acme:Names", "is missing, as is Certificates:Names; say which host names callers use");
        }
        if (mustAgree && !agrees)
        {
            settings.Mistake(
                TermsKey,
                "is not 'true'; nothing is asked of a CA before you agree to its terms of service. 'notify-receiver acme register' shows where they stand"
            );
        }
        return new AcmeOptions(first, second, staging, agrees, contacts, names, challenges, keyType);
    }

    private static IReadOnlyList<string> ReadContacts(SettingsReader settings)
    {
        var contacts = settings.List("Acme:Contacts");
        foreach (var contact in contacts.Where(contact => !IsMailAddress(contact)))
        {
            settings.Mistake("Acme:Contacts", $"'{contact}' is not a mail address");
        }
        return contacts;
    }

    // No more than what a CA would refuse for its form; whether the address exists, a person must know.
    private static bool IsMailAddress(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
        && text.All(letter => letter is > ' ' and <= '~' and not (',' or '?' or '<' or '>'));

    private static void RefuseWithoutFirst(SettingsReader settings, string? other)
    {
        if (other is not null)
        {
            settings.Mistake(
                "Acme:Directory",
                $"is missing, though {other} is there; name the CA that certificates come from"
            );
        }
    }
}
