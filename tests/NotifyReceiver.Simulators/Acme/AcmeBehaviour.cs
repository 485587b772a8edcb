namespace NotifyReceiver.Simulators.Acme;

/// <summary>How the CA is. Tests change it while it runs; what is asked afterwards is answered accordingly.</summary>
public sealed class AcmeBehaviour
{
    /// <summary>Where http-01 is looked for on 127.0.0.1, whatever the name.</summary>
    public int HttpPort { get; set; }

    /// <summary>Where tls-alpn-01 is looked for on 127.0.0.1, whatever the name.</summary>
    public int TlsPort { get; set; }

    /// <summary>The TXT records of a name, such as <c>_acme-challenge.example.org</c>.</summary>
    public Func<string, IEnumerable<string>> Texts { get; set; } = _ => [];

    /// <summary>Nothing is looked for: whoever says that it is ready is believed.</summary>
    public bool AlwaysValid { get; set; }

    /// <summary>Challenges that it offers; dns-01 alone for wildcards, and never for addresses.</summary>
    public IReadOnlyList<string> Challenges { get; set; } = ["http-01", "tls-alpn-01", "dns-01"];

    /// <summary>Of certificates without a profile.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Names of profiles and how long their certificates last.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Profiles { get; set; } = new Dictionary<string, TimeSpan>();

    /// <summary>Whether a proven name need not be proven again, and for how long.</summary>
    public TimeSpan? AuthorizationReuse { get; set; }

    /// <summary>So often an authorization or an order is told to be in work, though it is done.</summary>
    public int PollsBeforeDone { get; set; }

    /// <summary>What is said with an authorization or an order that is in work.</summary>
    public TimeSpan? PollAfter { get; set; }

    public bool OffersRenewalInfo { get; set; } = true;

    /// <summary>Null: the last third of the lifetime begins the window.</summary>
    public Func<IssuedCertificate, RenewalSuggestion?> Renewal { get; set; } = _ => null;

    /// <summary>The type of the problem with which each <c>replaces</c> is refused, such as <c>alreadyReplaced</c>; null: only false ones.</summary>
    public string? RefusesReplaces { get; set; }

    /// <summary>Whether a second chain is offered, that ends at another root.</summary>
    public bool OffersAlternate { get; set; }

    /// <summary>Names for which it issues nothing.</summary>
    public IReadOnlySet<string> RejectedNames { get; set; } = new HashSet<string>();

    /// <summary>Names whose CAA records forbid it.</summary>
    public IReadOnlySet<string> ForbiddenByCaa { get; set; } = new HashSet<string>();

    /// <summary>Key ids and base64url HMAC keys. Where there is one, no account is made without.</summary>
    public IReadOnlyDictionary<string, string> ExternalAccounts { get; set; } = new Dictionary<string, string>();

    /// <summary>Null: there are none to agree to. Who agreed to others is asked to agree anew.</summary>
    public Uri? TermsOfService { get; set; } = new("https://ca.example/terms/1");

    /// <summary>So many certificates for the same names within seven days, unless they replace one; null: no limit.</summary>
    public int? DuplicateLimit { get; set; }

    /// <summary>So many failed validations of a name within an hour; null: no limit.</summary>
    public int? FailedValidationLimit { get; set; }

    /// <summary>Everything is answered 503, in HTML.</summary>
    public bool IsDown { get; set; }
}
