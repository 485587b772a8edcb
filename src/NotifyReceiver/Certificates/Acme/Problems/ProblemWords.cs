using System.Globalization;

namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>Problems as people read them at night: what is wrong, what was said about it, what to do.</summary>
internal static class ProblemWords
{
    private static readonly Dictionary<ProblemKind, (string Meaning, string? Advice)> Known = new()
    {
        [ProblemKind.Unreachable] = (
            "the CA cannot be reached",
            "check that this machine may open HTTPS connections to it; it is tried again later"
        ),
        [ProblemKind.ClockSuspect] = (
            "the clock of this machine looks wrong",
            "set the clock; if it is right, the CA's own certificate has run out"
        ),
        [ProblemKind.Untrusted] = (
            "the CA's own TLS certificate is not trusted here",
            "check the directory's address; for a private CA, give its root in TrustedRoots"
        ),
        [ProblemKind.ServerTrouble] = ("the CA has trouble of its own", "nothing to do here; it is tried again later"),
        [ProblemKind.Garbage] = (
            "the CA's answer makes no sense",
            "check the directory's address, and whether a proxy answers in the CA's place"
        ),
        [ProblemKind.NotOffered] = ("the CA does not offer this", null),
        [ProblemKind.Malformed] = ("the CA calls the request malformed", null),
        [ProblemKind.BadNonce] = ("the CA refused one nonce after another", "it is tried again later"),
        [ProblemKind.RateLimited] = (
            "the CA's limit of requests is reached",
            "wait; asking more often makes it longer"
        ),
        [ProblemKind.AccountDoesNotExist] = ("the CA does not know this account", "register it again"),
        [ProblemKind.UserActionRequired] = (
            "the CA waits for somebody to act",
            "visit the address, read what the CA wants, and agree to it"
        ),
        [ProblemKind.ExternalAccountRequired] = (
            "the CA wants the account bound to one that you have there",
            "get a key id and an HMAC key from the CA, and set EabKeyId and EabHmacKey"
        ),
        [ProblemKind.Unauthorized] = ("the CA refuses this account or the answer for this name", null),
        [ProblemKind.InvalidContact] = ("the CA refuses a contact address", "correct the contacts"),
        [ProblemKind.UnsupportedContact] = ("the CA takes no contact of this form", "give mail addresses alone"),
        [ProblemKind.BadPublicKey] = ("the CA refuses the key", "take another type of key"),
        [ProblemKind.BadSignatureAlgorithm] = ("the CA refuses the signature's algorithm", null),
        [ProblemKind.RejectedIdentifier] = ("the CA issues nothing for a name", "check the names in the settings"),
        [ProblemKind.UnsupportedIdentifier] = (
            "the CA has no certificates for names of this kind",
            "check the names in the settings: not every CA takes IP addresses, and some only with a certain profile"
        ),
        [ProblemKind.Caa] = (
            "a CAA record in DNS forbids this CA",
            "add the CA to the CAA records of the name, or take another CA"
        ),
        [ProblemKind.InvalidProfile] = ("the CA has no such profile", "choose one that its directory lists"),
        [ProblemKind.AlreadyReplaced] = ("the certificate has been replaced before", null),
        [ProblemKind.OrderNotReady] = ("the order is not ready for this", null),
        [ProblemKind.BadCsr] = ("the CA refuses the signing request", null),
        [ProblemKind.Connection] = (
            "the CA could not connect to the name",
            "check that the name leads to this machine and that the port is open to the internet"
        ),
        [ProblemKind.Dns] = ("the CA could not look up the name", "check the DNS records of the name"),
        [ProblemKind.Tls] = (
            "the CA got no proper TLS connection for its validation",
            "check that nothing in front of this machine ends TLS"
        ),
        [ProblemKind.IncorrectResponse] = (
            "the CA found another answer than it expects",
            "check that the name leads to this machine, and to no other"
        ),
        [ProblemKind.Compound] = ("the CA found several faults", null),
        [ProblemKind.AlreadyRevoked] = ("the certificate is revoked already", null),
        [ProblemKind.BadRevocationReason] = ("the CA does not take this reason", "give another reason"),
        [ProblemKind.NotFound] = ("the CA knows nothing under this address", null),
    };

    public static string Of(AcmeProblem problem)
    {
        var (meaning, advice) = Known.GetValueOrDefault(problem.Kind, ("the CA refused", null));
        string?[] parts =
        [
            problem.Detail.Length == 0 ? meaning : $"{meaning}: {problem.Detail.TrimEnd('.')}",
            .. problem.Subproblems.Select(each =>
                $"{each.Identifier?.Value ?? "without a name"}: {each.Detail.TrimEnd('.')}"
            ),
            problem.TermsOfService is { } terms ? $"terms of service: {terms}" : null,
            problem.Instance is { } instance ? $"see {instance}" : null,
            problem.RetryAfter is { } wait ? $"the CA asks to be left alone for {InWords(wait)}" : null,
            advice,
        ];
        return $"{string.Join("; ", parts.OfType<string>())}{Origin(problem)}";
    }

    private static string Origin(AcmeProblem problem)
    {
        string?[] parts =
        [
            problem.Type is { } type ? ProblemTypes.ShortOf(type) : null,
            problem.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}") : null,
            problem.Request,
        ];
        var known = parts.OfType<string>().ToList();
        return known.Count == 0 ? "" : $" ({string.Join(", ", known)})";
    }

    private static string InWords(TimeSpan wait) =>
        wait switch
        {
            { TotalMinutes: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalSeconds:0} s"),
            { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMinutes:0} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{wait.TotalHours:0} h"),
        };
}
