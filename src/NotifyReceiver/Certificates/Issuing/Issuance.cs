using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Certificates.Issuing.Ordering;
using NotifyReceiver.Certificates.Lineages;

namespace NotifyReceiver.Certificates.Issuing;

/// <summary>
/// One attempt at a certificate, from the account to the commit of a generation, alone on this machine's certificates. A CA's or a
/// network's faults are values; where it was broken off, by a crash or by a stop, the next attempt goes on.
/// </summary>
internal sealed class Issuance(
    CertificateOptions certificates,
    AccountBook accounts,
    OrderRun orders,
    Commitment commitment,
    FailedValidationFile failed,
    LineageDirectory lineages,
    TimeProvider clock
)
{
    public async Task<IssuanceResult> RunAsync(IssuanceRequest request, CancellationToken cancel)
    {
        try
        {
            using var held = CertificateLock.TryTake(certificates);
            return held is null
                ? Failed(FailureKind.Busy, "another process is at work on the certificates")
                : await RunAloneAsync(request, cancel);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return Failed(
                FailureKind.Machine,
                $"cannot write in Certificates:Directory '{certificates.Directory}': {unwritable.Message}"
            );
        }
    }

    private async Task<IssuanceResult> RunAloneAsync(IssuanceRequest request, CancellationToken cancel)
    {
        if (lineages.Open(request.Lineage).Current() is { } current && current.Name != request.InPlaceOf?.Name)
        {
            return new IssuanceResult.AlreadyRenewed(current);
        }
        if (!request.IsForced && failed.Read().WaitFor(request.Names, clock.GetUtcNow()) is { } wait)
        {
            return new IssuanceResult.Failed(
                new IssuanceFailure(
                    FailureKind.Validation,
                    $"four validations of {request.NamesInWords} have failed within an hour, and CAs allow five",
                    wait
                )
            );
        }
        var (account, failure) = await accounts.OpenAsync(request.Ca, cancel);
        using (account)
        {
            var result = account is null
                ? new IssuanceResult.Failed(failure!)
                : await RunAsync(account, request, cancel);
            if (result is not IssuanceResult.Failed { Failure.Problem: ProblemKind.AccountDoesNotExist })
            {
                return result;
            }
        }
        var (again, refused) = await accounts.RegisterAgainAsync(request.Ca, cancel);
        using (again)
        {
            return again is null ? new IssuanceResult.Failed(refused!) : await RunAsync(again, request, cancel);
        }
    }

    private async Task<IssuanceResult> RunAsync(
        OpenedAccount account,
        IssuanceRequest request,
        CancellationToken cancel
    )
    {
        var (issued, failure) = await orders.RunAsync(account, request, cancel);
        return issued is null
            ? new IssuanceResult.Failed(failure!)
            : await commitment.CommitAsync(request, issued, cancel);
    }

    private static IssuanceResult.Failed Failed(FailureKind kind, string reason) =>
        new(new IssuanceFailure(kind, reason));
}
