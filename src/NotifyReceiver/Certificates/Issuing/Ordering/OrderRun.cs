using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>
/// One order from its beginning, or from where an earlier attempt has left it, to the certificate. What breaks off on the way leaves
/// the order open, and the next attempt goes on with it.
/// </summary>
internal sealed class OrderRun(
    OrderDesk desk,
    Proving proving,
    Finalizing finalizing,
    Polling polling,
    ILogger<OrderRun> log
)
{
    private const string Downloading = "downloading the certificate";

    public async Task<(IssuedCertificate? Issued, IssuanceFailure? Failure)> RunAsync(
        OpenedAccount account,
        IssuanceRequest request,
        CancellationToken cancel
    )
    {
        var (open, order, failure) = await desk.OpenAsync(account, request, cancel);
        if (open is null || order is null)
        {
            return (null, failure);
        }
        if (order.Status == OrderStatus.Pending)
        {
            foreach (var authorization in order.Authorizations)
            {
                if (await proving.ProveAsync(account, authorization, cancel) is { } unproven)
                {
                    await GiveUpIfInvalidAsync(account, request, open, unproven, cancel);
                    return (null, unproven);
                }
            }
        }
        (order, failure) = await finalizing.RunAsync(account, open, cancel);
        if (order is null)
        {
            if (failure!.Kind is FailureKind.Validation or FailureKind.Configuration)
            {
                desk.GiveUp(request, open.Order, failure.Reason);
            }
            return (null, failure);
        }
        return await DownloadAsync(account, open, order, cancel);
    }

    // A failed validation ends the order at most CAs; what only broke off does not.
    private async Task GiveUpIfInvalidAsync(
        OpenedAccount account,
        IssuanceRequest request,
        OpenOrder open,
        IssuanceFailure failure,
        CancellationToken cancel
    )
    {
        var (order, problem) = await account.Client.OrderAsync(open.Order, cancel);
        if (order is { Status: OrderStatus.Invalid } || problem is { Kind: ProblemKind.NotFound })
        {
            desk.GiveUp(request, open.Order, failure.Reason);
        }
    }

    private async Task<(IssuedCertificate? Issued, IssuanceFailure? Failure)> DownloadAsync(
        OpenedAccount account,
        OpenOrder open,
        Order order,
        CancellationToken cancel
    )
    {
        var preferred = account.Ca.PreferredChain;
        var (chains, problem) = await polling.UntilAsync(
            token => account.Client.DownloadAsync(order.Certificate!, preferred is not null, token),
            _ => true,
            _ => null,
            cancel
        );
        if (chains is null)
        {
            return (null, IssuanceFailure.Of(Downloading, problem!));
        }
        var chain = chains.All[0];
        if (preferred is not null)
        {
            chain = chains.EndingAt(preferred) ?? Unpreferred(account, chains, preferred);
        }
        return (new IssuedCertificate(chain.Pem, open.Key, open.Order), null);
    }

    private IssuedChain Unpreferred(OpenedAccount account, IssuedChains chains, string preferred)
    {
        var issuers = string.Join(", ", chains.All.Select(chain => $"'{chain.TopIssuer}'"));
        log.ChainUnknown(account.Ca.Directory.Host, preferred, account.Ca.Section, issuers);
        return chains.All[0];
    }
}
