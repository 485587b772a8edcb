using System.Globalization;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Renewing;

namespace NotifyReceiver.Certificates.Status;

/// <summary>How it stands with a certificate that is got by ACME.</summary>
/// <param name="Next">When something is ordered next; null while a person must do something first.</param>
/// <param name="Why">Why then, or what is waited for.</param>
/// <param name="Failures">Attempts that failed in a row.</param>
/// <param name="LastFailure">Why the last one failed; null when it did not.</param>
internal sealed record RenewalView(
    string Lineage,
    IReadOnlyList<string> Names,
    DateTimeOffset? Next,
    string Why,
    int Failures,
    DateTimeOffset? FailedAt,
    string? LastFailure,
    Uri? Link
)
{
    /// <summary>What somebody must look after; null when nothing. That a CA or the disk is busy passes by itself.</summary>
    public string? Concern =>
        LastFailure is null
            ? null
            : $"no new certificate for {string.Join(", ", Names)} ({Failures} failures in a row): {LastFailure}{Aid}";

    internal string When =>
        Next is { } at
            ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : "when a person has done what is asked";

    private string Aid => Link is null ? "" : $" (see {Link})";

    public static RenewalView Of(RenewalStatus status)
    {
        var last = status.Last is { Kind: FailureKind.Busy } ? null : status.Last;
        return new RenewalView(
            status.Lineage,
            status.Names,
            status.Next,
            status.Why,
            status.Failures,
            last?.At,
            last?.Reason,
            last?.Link
        );
    }
}
