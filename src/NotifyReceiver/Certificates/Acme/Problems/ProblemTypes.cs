namespace NotifyReceiver.Certificates.Acme.Problems;

/// <summary>The registered types (RFC 8555 section 9.7.4 and later registrations) and what stands in for them.</summary>
internal static class ProblemTypes
{
    private const string Prefix = "urn:ietf:params:acme:error:";

    private static readonly Dictionary<string, ProblemKind> Known = new(StringComparer.Ordinal)
    {
        ["accountDoesNotExist"] = ProblemKind.AccountDoesNotExist,
        ["alreadyReplaced"] = ProblemKind.AlreadyReplaced,
        ["alreadyRevoked"] = ProblemKind.AlreadyRevoked,
        ["badCSR"] = ProblemKind.BadCsr,
        ["badNonce"] = ProblemKind.BadNonce,
        ["badPublicKey"] = ProblemKind.BadPublicKey,
        ["badRevocationReason"] = ProblemKind.BadRevocationReason,
        ["badSignatureAlgorithm"] = ProblemKind.BadSignatureAlgorithm,
        ["caa"] = ProblemKind.Caa,
        ["compound"] = ProblemKind.Compound,
        ["connection"] = ProblemKind.Connection,
        ["dns"] = ProblemKind.Dns,
        ["externalAccountRequired"] = ProblemKind.ExternalAccountRequired,
        ["incorrectResponse"] = ProblemKind.IncorrectResponse,
        ["invalidContact"] = ProblemKind.InvalidContact,
        ["invalidProfile"] = ProblemKind.InvalidProfile,
        ["malformed"] = ProblemKind.Malformed,
        ["orderNotReady"] = ProblemKind.OrderNotReady,
        ["rateLimited"] = ProblemKind.RateLimited,
        ["rejectedIdentifier"] = ProblemKind.RejectedIdentifier,
        ["serverInternal"] = ProblemKind.ServerTrouble,
        ["tls"] = ProblemKind.Tls,
        ["unauthorized"] = ProblemKind.Unauthorized,
        ["unsupportedContact"] = ProblemKind.UnsupportedContact,
        ["unsupportedIdentifier"] = ProblemKind.UnsupportedIdentifier,
        ["userActionRequired"] = ProblemKind.UserActionRequired,
    };

    /// <summary>By the type; where that is unknown or says less than the status, by the status.</summary>
    /// <param name="status">Null inside another answer.</param>
    public static ProblemKind KindOf(string? type, int? status)
    {
        var known = Known.GetValueOrDefault(ShortOf(type ?? ""), ProblemKind.Other);
        // CAs call what they do not find malformed.
        return known is ProblemKind.Other || (known is ProblemKind.Malformed && status == 404)
            ? OfStatus(status)
            : known;
    }

    /// <summary><c>rateLimited</c> of <c>urn:ietf:params:acme:error:rateLimited</c>; others are left as they are.</summary>
    public static string ShortOf(string type) =>
        type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type;

    private static ProblemKind OfStatus(int? status) =>
        status switch
        {
            401 or 403 => ProblemKind.Unauthorized,
            404 or 410 => ProblemKind.NotFound,
            429 => ProblemKind.RateLimited,
            >= 500 and <= 599 => ProblemKind.ServerTrouble,
            _ => ProblemKind.Other,
        };
}
