using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing.Planning;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>What is known of one certificate's renewal, for people and machines.</summary>
/// <param name="Current">The generation in use; null: there is none yet.</param>
/// <param name="Next">When something is ordered next; null while a person must do something first.</param>
/// <param name="Why">Why then, or what is waited for, in words.</param>
/// <param name="Failures">Attempts that failed in a row.</param>
/// <param name="Last">Why the last one failed; null: it did not.</param>
/// <param name="Stage">How near the end is; a missing certificate counts as expired.</param>
internal sealed record RenewalStatus(
    string Lineage,
    IReadOnlyList<string> Names,
    Generation? Current,
    DateTimeOffset? Next,
    string Why,
    int Failures,
    RenewalFailure? Last,
    ExpiryStage Stage
);
