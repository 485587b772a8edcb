using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Checking.Rules;
using NotifyReceiver.Certificates.Checking.Trial;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Checking;

/// <summary>Decides whether a candidate may be served. Says all that is wrong with it, and never touches the network.</summary>
internal static class CertificateCheck
{
    public static async Task<CheckResult> RunAsync(Candidate candidate, CheckTerms terms, CancellationToken cancel)
    {
        var findings = new Findings();
        Judge(candidate, terms, findings);
        var outOfDate = ValidityRule.Problem(candidate.Leaf, terms.Now);
        List<string> problems = [.. findings.Problems];
        if (outOfDate is not null)
        {
            problems.Add(outOfDate);
        }
        if (findings.Problems.Count > 0)
        {
            return new CheckResult(null, problems, IsOnlyOutOfDate: false);
        }
        var (context, unusable) = await ContextAsync(candidate, cancel);
        return context is null
            ? new CheckResult(null, [unusable!, .. problems], IsOnlyOutOfDate: false)
            : new CheckResult(Usable(candidate, context, findings), problems, outOfDate is not null);
    }

    private static void Judge(Candidate candidate, CheckTerms terms, Findings findings)
    {
        try
        {
            KeyRule.Apply(candidate.Leaf, findings);
            PurposeRule.Apply(candidate, findings);
            NamesRule.Apply(candidate.Leaf, terms, findings);
            ChainRule.Apply(candidate, terms.Now, findings);
        }
        catch (CryptographicException)
        {
            findings.Refuse("an extension of the certificate or of its chain cannot be read: have it issued anew");
        }
    }

    private static async Task<(SslStreamCertificateContext? Context, string? Problem)> ContextAsync(
        Candidate candidate,
        CancellationToken cancel
    )
    {
        try
        {
            var context = SslStreamCertificateContext.Create(
                candidate.Leaf,
                [.. candidate.Intermediates],
                offline: true
            );
            var problem = await TrialHandshake.RunAsync(context, cancel);
            return (problem is null ? context : null, problem);
        }
        catch (CryptographicException unusable)
        {
            return (null, $"the system's TLS library does not take the certificate: {unusable.Message}");
        }
    }

    private static UsableCertificate Usable(Candidate candidate, SslStreamCertificateContext context, Findings findings)
    {
        var leaf = candidate.Leaf;
        var chainSent = SentChainRule.Apply(candidate, context, findings);
        return new UsableCertificate(
            candidate,
            context,
            leaf.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(),
            SubjectNames.Of(leaf),
            KeyWords.Of(leaf.PublicKey),
            Issuer(leaf),
            ValidityRule.From(leaf),
            ValidityRule.To(leaf),
            chainSent,
            findings.Warnings
        );
    }

    private static string Issuer(X509Certificate2 leaf)
    {
        if (Signature.IsSelfSigned(leaf))
        {
            return "itself";
        }
        var name = leaf.GetNameInfo(X509NameType.SimpleName, forIssuer: true);
        return PlainLine.Of(name.Length > 0 ? name : leaf.Issuer);
    }
}
