using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Acme.Proofs;

/// <summary>One way to prove the right to a name (RFC 8555 section 8).</summary>
/// <param name="Address">Where the CA is told that it may look.</param>
/// <param name="Token">Letters, digits, <c>-</c> and <c>_</c> alone; empty where the type is another.</param>
/// <param name="Error">What the validator found; null while it found nothing wrong.</param>
internal sealed record Challenge(
    ChallengeType Type,
    Uri Address,
    string Token,
    ChallengeStatus Status,
    AcmeProblem? Error
);
