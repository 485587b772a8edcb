using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>A challenge as it is sent (RFC 8555 section 8).</summary>
internal sealed record WireChallenge(string? Type, string? Url, string? Status, string? Token, WireProblem? Error)
{
    /// <summary>Null when it lacks what every challenge has, or its token could be a path (section 8.3).</summary>
    public Challenge? ToChallenge()
    {
        if (SecureAddress.Of(Url) is not { } address || ToStatus() is not { } status)
        {
            return null;
        }
        var type = ToType();
        if (type is ChallengeType.Other)
        {
            return new Challenge(type, address, Token: "", status, Error?.ToProblem());
        }
        return IsToken(Token) ? new Challenge(type, address, Token!, status, Error?.ToProblem()) : null;
    }

    private ChallengeType ToType() =>
        Type switch
        {
            "http-01" => ChallengeType.Http01,
            "dns-01" => ChallengeType.Dns01,
            "tls-alpn-01" => ChallengeType.TlsAlpn01,
            _ => ChallengeType.Other,
        };

    private ChallengeStatus? ToStatus() =>
        Status switch
        {
            "pending" => ChallengeStatus.Pending,
            "processing" => ChallengeStatus.Processing,
            "valid" => ChallengeStatus.Valid,
            "invalid" => ChallengeStatus.Invalid,
            _ => null,
        };

    private static bool IsToken(string? token) =>
        token is { Length: > 0 and <= 200 }
        && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
