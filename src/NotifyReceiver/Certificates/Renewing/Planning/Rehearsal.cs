using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>Whether an attempt is rehearsed at the staging CA first, whose limits are wide. Pure.</summary>
internal static class Rehearsal
{
    /// <param name="ca">The CA that would be asked.</param>
    /// <param name="last">The last failure; null when there was none since the last certificate.</param>
    public static bool ComesFirst(AcmeOptions options, CaOptions ca, RenewalFailure? last, DueReason why) =>
        options.Staging is not null
        && ca == options.First
        // What ails a CA or the way to it no rehearsal at another one mends.
        && last is { Kind: FailureKind.Validation or FailureKind.Configuration }
        && why != DueReason.Emergency;

    /// <summary>Whether its failure says something about us, and not only about the staging CA.</summary>
    public static bool Tells(IssuanceFailure failure) =>
        failure.Kind is FailureKind.Validation or FailureKind.Configuration;
}
