using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>
/// Proves the right to a name: one challenge for each attempt, because a CA counts those that fail. Which one, the last failures
/// tell; the next attempt takes another.
/// </summary>
internal sealed class Proving(
    Proofs proofs,
    ChallengeChoice choice,
    FailedValidationFile failed,
    Polling polling,
    TimeProvider clock
)
{
    private const int ReadyTries = 3;

    /// <summary>Null: proven.</summary>
    public async Task<IssuanceFailure?> ProveAsync(OpenedAccount account, Uri address, CancellationToken cancel)
    {
        var (authorization, problem) = await polling.UntilAsync(
            token => account.Client.AuthorizationAsync(address, token),
            _ => true,
            it => it.RetryAfter,
            cancel
        );
        return authorization switch
        {
            null => IssuanceFailure.Of("asking what is to be proven", problem!),
            { Status: AuthorizationStatus.Valid } => null,
            { Status: AuthorizationStatus.Pending } => await ProveAsync(account, authorization, cancel),
            _ => Failed(authorization, challenge: null),
        };
    }

    private async Task<IssuanceFailure?> ProveAsync(
        OpenedAccount account,
        Authorization authorization,
        CancellationToken cancel
    )
    {
        if (choice.Of(authorization) is not { } challenge)
        {
            return choice.NoneFits(authorization);
        }
        var (proof, problem) = await proofs.PutAsync(authorization.Identifier, challenge, account.Key, cancel);
        if (proof is null)
        {
            return new IssuanceFailure(FailureKind.Passing, $"proving {authorization.Identifier}: {problem}");
        }
        await using (proof)
        {
            return await AwaitAsync(account, authorization, challenge, cancel);
        }
    }

    private async Task<IssuanceFailure?> AwaitAsync(
        OpenedAccount account,
        Authorization authorization,
        Challenge challenge,
        CancellationToken cancel
    )
    {
        var refused = await ReadyAsync(account, challenge, cancel);
        var (settled, problem) = await polling.UntilAsync(
            token => account.Client.AuthorizationAsync(authorization.Address, token),
            it => it.Status != AuthorizationStatus.Pending || (refused is not null && IsUntouched(it, challenge)),
            it => it.RetryAfter,
            cancel
        );
        var proving = $"proving {authorization.Identifier} by {ChallengeOptions.NameOf(challenge.Type)}";
        if (settled is null)
        {
            return problem is null
                ? new IssuanceFailure(FailureKind.Passing, $"{proving}: the CA has not looked within five minutes")
                : IssuanceFailure.Of(proving, problem);
        }
        return settled.Status switch
        {
            AuthorizationStatus.Valid => null,
            AuthorizationStatus.Pending => IssuanceFailure.Of(proving, refused!),
            _ => Failed(settled, challenge),
        };
    }

    // What is said against it counts only where the CA has not begun to look: it may have heard the first time.
    private async Task<AcmeProblem?> ReadyAsync(OpenedAccount account, Challenge challenge, CancellationToken cancel)
    {
        if (challenge.Status != ChallengeStatus.Pending)
        {
            return null;
        }
        var tries = 0;
        while (true)
        {
            var (_, problem) = await account.Client.ReadyAsync(challenge, cancel);
            if (problem is null || ++tries == ReadyTries || !Polling.MayPass(problem))
            {
                return problem;
            }
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel);
        }
    }

    private static bool IsUntouched(Authorization authorization, Challenge challenge) =>
        authorization.Challenges.Any(it => it.Address == challenge.Address && it.Status == ChallengeStatus.Pending);

    /// <param name="challenge">The one that was tried now; null where it had failed before.</param>
    private IssuanceFailure Failed(Authorization authorization, Challenge? challenge)
    {
        var name = authorization.Identifier.Value;
        if (challenge is not null && authorization.Status == AuthorizationStatus.Invalid)
        {
            failed.Add(name, challenge.Type);
        }
        var by = challenge is null ? "" : $" by {ChallengeOptions.NameOf(challenge.Type)}";
        if (authorization.Error is not { } error)
        {
            return new IssuanceFailure(
                FailureKind.Passing,
                $"proving {name}{by}: the authorization is {authorization.Status}, the CA does not say why"
            );
        }
        var failure = IssuanceFailure.Of($"proving {name}{by}", error);
        return failure.Kind == FailureKind.Configuration && error.Kind != ProblemKind.Unauthorized
            ? failure
            : failure with
            {
                Kind = FailureKind.Validation,
            };
    }
}
