namespace NotifyReceiver.Certificates.Checking;

/// <summary>What the check found.</summary>
/// <param name="Certificate">Null where it cannot be served. There is one beside a problem only if that is its dates.</param>
/// <param name="Problems">Why it should not be served, each in one line; none where it may be.</param>
/// <param name="IsOnlyOutOfDate">Expired or not yet valid, and else without a problem: better than nothing.</param>
internal sealed record CheckResult(
    UsableCertificate? Certificate,
    IReadOnlyList<string> Problems,
    bool IsOnlyOutOfDate
);
