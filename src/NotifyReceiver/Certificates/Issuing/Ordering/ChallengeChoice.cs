using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Which of the challenges that a CA offers is tried: the preferred one that did not fail lately.</summary>
internal sealed class ChallengeChoice(AcmeOptions options, FailedValidationFile failed, TimeProvider clock)
{
    /// <summary>The next to try; null when none fits. One that the CA is looking at already comes first: after a crash it would find no answer.</summary>
    public Challenge? Of(Authorization authorization)
    {
        var inOrder = failed
            .Read()
            .InOrder(authorization.Identifier.Value, options.Challenges.Preferred, clock.GetUtcNow());
        return inOrder
            .SelectMany(type => authorization.Challenges.Where(challenge => challenge.Type == type))
            .Where(challenge =>
                challenge is { Token.Length: > 0, Status: ChallengeStatus.Pending or ChallengeStatus.Processing }
            )
            .OrderByDescending(challenge => challenge.Status == ChallengeStatus.Processing)
            .FirstOrDefault();
    }

    public IssuanceFailure NoneFits(Authorization authorization)
    {
        var offered = authorization
            .Challenges.Where(challenge => challenge.Type != ChallengeType.Other)
            .Select(challenge => ChallengeOptions.NameOf(challenge.Type));
        var allowed = options.Challenges.Preferred.Select(ChallengeOptions.NameOf);
        return new IssuanceFailure(
            FailureKind.Configuration,
            $"proving {authorization.Identifier}: the CA offers {string.Join(", ", offered)}, and Acme:Challenges allows {string.Join(", ", allowed)}"
        );
    }
}
