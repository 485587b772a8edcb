using System.Text;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>The last step: what the CA has handed out passes the same checks as any certificate, and becomes the current one.</summary>
internal sealed class Commitment(LineageDirectory lineages, OrderDesk desk, TimeProvider clock)
{
    private const string Checking = "checking the CA's certificate";

    /// <exception cref="IOException">It could not be written; what was current still is, and the order stays open.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public async Task<IssuanceResult> CommitAsync(
        IssuanceRequest request,
        IssuedCertificate issued,
        CancellationToken cancel
    )
    {
        var (candidate, unreadable) = CandidateReading.Pem(
            Encoding.ASCII.GetBytes(issued.ChainPem),
            Encoding.ASCII.GetBytes(issued.KeyPem),
            password: null
        );
        if (candidate is null)
        {
            return Refuse(request, issued, new IssuanceFailure(FailureKind.Passing, $"{Checking}: {unreadable}"));
        }
        var now = clock.GetUtcNow();
        var terms = new CheckTerms(request.Names, AreNamesRequired: true, now);
        var checkedOne = await CertificateCheck.RunAsync(candidate, terms, cancel);
        if (checkedOne.Certificate is not { } certificate || checkedOne.Problems.Count > 0)
        {
            return Refuse(request, issued, checkedOne, now);
        }
        if (request.IsRehearsal)
        {
            desk.Close(request);
            return new IssuanceResult.Rehearsed();
        }
        var note = GenerationNote.Of(certificate, now, request.Ca.Directory.AbsoluteUri) with
        {
            Issuer = request.Ca.Section,
            Order = issued.Order,
        };
        var generation = lineages.Open(request.Lineage).Commit(candidate, note);
        desk.Close(request);
        return new IssuanceResult.Issued(generation);
    }

    private IssuanceResult.Failed Refuse(
        IssuanceRequest request,
        IssuedCertificate issued,
        CheckResult result,
        DateTimeOffset now
    )
    {
        var problems = string.Join("; ", result.Problems);
        if (!result.IsOnlyOutOfDate)
        {
            return Refuse(request, issued, new IssuanceFailure(FailureKind.Configuration, $"{Checking}: {problems}"));
        }
        // The order stays: once the clock is mended it is what was wanted, and until then it is the only one in a day.
        var clockSuspect =
            $"{Checking}: {problems}; the clock of this machine shows {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC, is that right?";
        return new IssuanceResult.Failed(new IssuanceFailure(FailureKind.Machine, clockSuspect));
    }

    private IssuanceResult.Failed Refuse(IssuanceRequest request, IssuedCertificate issued, IssuanceFailure failure)
    {
        desk.GiveUp(request, issued.Order, failure.Reason);
        return new IssuanceResult.Failed(failure);
    }
}
