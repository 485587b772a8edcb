using System.Net.Security;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>
/// Whether the framework sends the chain as it is configured: it ends the chain at the first certificate that the system trusts,
/// and no setting keeps it from that.
/// </summary>
internal static class SentChainRule
{
    /// <returns>How many of the candidate's certificates are sent, the leaf among them.</returns>
    public static int Apply(Candidate candidate, SslStreamCertificateContext context, Findings findings)
    {
        var sent = context.IntermediateCertificates.Select(one => one.Thumbprint).ToHashSet(StringComparer.Ordinal);
        var cut = candidate.Intermediates.Where(one => !sent.Contains(one.Thumbprint)).ToList();
        var all = candidate.Intermediates.Count + 1;
        if (cut.Count > 0)
        {
            findings.Warn(
                $"{all - cut.Count} of {all} certificates of the chain will be sent, {CertificateWords.List(cut)} will not: this machine trusts a root of that name itself, so the framework ends the chain there; callers that do not know that root will refuse the connection"
            );
        }
        return all - cut.Count;
    }
}
