using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>Reads an authorization (RFC 8555 section 7.1.4).</summary>
internal static class AuthorizationReading
{
    public static Answer<Authorization> At(Uri address, Reply reply)
    {
        if (
            reply.Read<Wire>() is not { } sent
            || StatusOf(sent.Status) is not { } status
            || sent.Identifier?.ToIdentifier() is not { } identifier
        )
        {
            return ProblemReading.Garbage(reply, "this is no authorization with a status and a name");
        }
        return new Authorization(
            address,
            status,
            sent.Expires,
            identifier,
            sent.Wildcard ?? false,
            // Of a challenge that cannot be read nobody makes use; there are others.
            [.. (sent.Challenges ?? []).Select(each => each?.ToChallenge()).OfType<Challenge>()],
            reply.RetryAfter
        );
    }

    private static AuthorizationStatus? StatusOf(string? text) =>
        text switch
        {
            "pending" => AuthorizationStatus.Pending,
            "valid" => AuthorizationStatus.Valid,
            "invalid" => AuthorizationStatus.Invalid,
            "deactivated" => AuthorizationStatus.Deactivated,
            "expired" => AuthorizationStatus.Expired,
            "revoked" => AuthorizationStatus.Revoked,
            _ => null,
        };

    private sealed record Wire(
        string? Status,
        DateTimeOffset? Expires,
        WireIdentifier? Identifier,
        bool? Wildcard,
        IReadOnlyList<WireChallenge?>? Challenges
    );
}
