using NotifyReceiver.Certificates.Acme.Problems;

namespace NotifyReceiver.Certificates.Issuing;

/// <summary>Why an attempt brought no certificate.</summary>
/// <param name="Reason">In one line: what is wrong, where, what to do.</param>
/// <param name="RetryAfter">How long the CA, or a limit of ours, asks to be left alone.</param>
/// <param name="Link">A page for people about it.</param>
/// <param name="Problem">What the CA's problem was; null where it was not the CA's.</param>
internal sealed record IssuanceFailure(
    FailureKind Kind,
    string Reason,
    TimeSpan? RetryAfter = null,
    Uri? Link = null,
    ProblemKind? Problem = null
)
{
    /// <summary>What a CA's problem comes to.</summary>
    /// <param name="doing">What was being done, in words: <c>placing the order</c>.</param>
    public static IssuanceFailure Of(string doing, AcmeProblem problem) =>
        new(
            KindOf(problem.Kind),
            $"{doing}: {problem.InWords}",
            problem.RetryAfter,
            problem.Instance ?? problem.TermsOfService,
            problem.Kind
        );

    private static FailureKind KindOf(ProblemKind problem) =>
        problem switch
        {
            ProblemKind.UserActionRequired => FailureKind.UserAction,
            ProblemKind.ClockSuspect => FailureKind.Machine,
            ProblemKind.Connection or ProblemKind.Dns or ProblemKind.Tls or ProblemKind.IncorrectResponse =>
                FailureKind.Validation,
            ProblemKind.RejectedIdentifier
            or ProblemKind.UnsupportedIdentifier
            or ProblemKind.Caa
            or ProblemKind.ExternalAccountRequired
            or ProblemKind.AccountDoesNotExist
            or ProblemKind.Unauthorized
            or ProblemKind.InvalidContact
            or ProblemKind.UnsupportedContact
            or ProblemKind.InvalidProfile
            or ProblemKind.BadCsr
            or ProblemKind.BadPublicKey
            or ProblemKind.BadSignatureAlgorithm
            or ProblemKind.NotOffered
            or ProblemKind.Untrusted => FailureKind.Configuration,
            _ => FailureKind.Passing,
        };
}
