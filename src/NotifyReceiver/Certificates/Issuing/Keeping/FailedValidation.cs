using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>A CA looked for our answer to a challenge and did not find it.</summary>
internal sealed record FailedValidation(string Name, ChallengeType Challenge, DateTimeOffset At);
