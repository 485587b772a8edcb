namespace NotifyReceiver.Certificates.Status;

/// <summary>How it stands with all certificates: what <c>cert status</c>, the admin's API and the page show.</summary>
/// <param name="At">When this was so.</param>
/// <param name="Certificates">What is shown to callers, the default first.</param>
/// <param name="Refusals">The admin's files that are not served.</param>
/// <param name="Renewals">What is got by ACME, whether there is one yet or not; none where no CA is configured.</param>
/// <param name="Uncovered">Of the names that callers use, those that no certificate is for.</param>
/// <param name="Trouble">Why the admin's directory cannot be looked at; null when it can.</param>
internal sealed record CertificateStatus(
    DateTimeOffset At,
    IReadOnlyList<ServedStatus> Certificates,
    IReadOnlyList<RefusalStatus> Refusals,
    IReadOnlyList<RenewalView> Renewals,
    IReadOnlyList<string> Uncovered,
    string? Trouble
)
{
    /// <summary>Whether nobody needs to do anything.</summary>
    public bool IsWell => Concerns.Count == 0;

    /// <summary>What somebody must look after, each in one line, the worst first.</summary>
    public IReadOnlyList<string> Concerns =>
        [
            .. Trouble is null ? Array.Empty<string>() : [Trouble],
            .. Uncovered.Select(name => $"no certificate is for {name}, which callers use (Certificates:Names)"),
            .. Refusals.Select(refusal => $"{refusal.File} is not served: {refusal.Reason}"),
            .. Certificates
                .Where(certificate => certificate.Concern is not null)
                .Select(certificate => certificate.Concern!),
            .. Renewals.Where(renewal => renewal.Concern is not null).Select(renewal => renewal.Concern!),
        ];
}
