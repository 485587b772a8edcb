using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>Whether callers can follow the chain: each certificate signed by the next, by a CA, in its time.</summary>
internal static class ChainRule
{
    public static void Apply(Candidate candidate, DateTimeOffset now, Findings findings)
    {
        List<X509Certificate2> chain = [candidate.Leaf, .. candidate.Intermediates];
        for (var at = 1; at < chain.Count; at++)
        {
            CheckLink(chain[at - 1], chain[at], findings);
        }
        foreach (var intermediate in candidate.Intermediates)
        {
            if (ValidityRule.Problem(intermediate, now) is { } outOfDate)
            {
                findings.Warn($"in the chain, {outOfDate}: take the CA's present chain");
            }
        }
        WarnOfMissingIssuer(candidate, findings);
        if (candidate.Leftovers.Count > 0)
        {
            findings.Warn(
                $"the file holds certificates that do not belong to the chain and are not sent: {CertificateWords.List(candidate.Leftovers)}"
            );
        }
    }

    private static void CheckLink(X509Certificate2 certificate, X509Certificate2 issuer, Findings findings)
    {
        var names = $"{CertificateWords.Of(issuer)} of the chain";
        if (!Signature.IsNamedAsIssuer(certificate, issuer) || Signature.IsBy(certificate, issuer) is false)
        {
            findings.Refuse(
                $"{names} did not sign {CertificateWords.Of(certificate)}: take the chain that was issued with the certificate"
            );
        }
        if (!PurposeRule.IsAuthority(issuer))
        {
            findings.Refuse($"{names} is not the certificate of a CA, so callers do not accept what it signed");
        }
    }

    private static void WarnOfMissingIssuer(Candidate candidate, Findings findings)
    {
        if (Signature.IsSelfSigned(candidate.Leaf))
        {
            findings.Warn("the certificate is self-signed: only callers that were given it accept it");
            return;
        }
        if (candidate.Intermediates.Count == 0 && candidate.Root is null)
        {
            var issuer = PlainLine.Quote(candidate.Leaf.Issuer);
            findings.Warn(
                $"the file lacks the certificate of the issuer {issuer}: unless that is a root that callers trust, many of them will refuse the connection; add the CA's chain to the file"
            );
        }
    }
}
