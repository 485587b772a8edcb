using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>What the CA knows of our right to one name (RFC 8555 section 7.1.4).</summary>
/// <param name="Address">Where it is asked for again.</param>
/// <param name="Identifier">Without the <c>*.</c> of a wildcard.</param>
/// <param name="IsWildcard">Whether it is for the wildcard of that name.</param>
/// <param name="Challenges">Any one of them will do.</param>
/// <param name="RetryAfter">When the CA wishes to be asked again, counted from the answer.</param>
internal sealed record Authorization(
    Uri Address,
    AuthorizationStatus Status,
    DateTimeOffset? Expires,
    Identifier Identifier,
    bool IsWildcard,
    IReadOnlyList<Challenge> Challenges,
    TimeSpan? RetryAfter
)
{
    /// <summary>Why it failed: the first error of its challenges; null while nothing has failed.</summary>
    public AcmeProblem? Error =>
        Challenges.Select(challenge => challenge.Error).FirstOrDefault(error => error is not null);
}
