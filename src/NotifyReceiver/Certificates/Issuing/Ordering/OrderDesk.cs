using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;
using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Places an order, or takes up the one that an earlier attempt has left open. Its address and its key are on disk before anything else is done with it.</summary>
internal sealed class OrderDesk(
    OpenOrders orders,
    Placing placing,
    AcmeOptions options,
    Polling polling,
    TimeProvider clock,
    ILogger<OrderDesk> log
)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    public async Task<(OpenOrder? Open, Order? Order, IssuanceFailure? Failure)> OpenAsync(
        OpenedAccount account,
        IssuanceRequest request,
        CancellationToken cancel
    )
    {
        var (open, order, failure) = await TakeUpAsync(account, request, cancel);
        if (order is not null || failure is not null)
        {
            return (open, order, failure);
        }
        log.Ordering(request.NamesInWords, account.Ca.Directory.Host);
        var (placed, problem) = await placing.RunAsync(account, request, cancel);
        if (placed is null)
        {
            return (null, null, IssuanceFailure.Of("placing the order", problem!));
        }
        using var key = LeafKey.Create(options.KeyType);
        var kept = new OpenOrder(
            account.Ca.Directory,
            placed.Address,
            request.Names,
            clock.GetUtcNow(),
            key.ExportPkcs8PrivateKeyPem()
        );
        orders.Keep(request.Lineage, request.IsRehearsal, kept);
        return (kept, placed, null);
    }

    /// <summary>Nothing more can come of it; the next attempt places another.</summary>
    public void GiveUp(IssuanceRequest request, Uri order, string reason)
    {
        log.GivenUp(order, reason);
        orders.Forget(request.Lineage, request.IsRehearsal);
    }

    public void Close(IssuanceRequest request) => orders.Forget(request.Lineage, request.IsRehearsal);

    private async Task<(OpenOrder? Open, Order? Order, IssuanceFailure? Failure)> TakeUpAsync(
        OpenedAccount account,
        IssuanceRequest request,
        CancellationToken cancel
    )
    {
        if (orders.Of(request.Lineage, request.IsRehearsal) is not { } open)
        {
            return (null, null, null);
        }
        if (WhyNot(open, account, request) is { } other)
        {
            GiveUp(request, open.Order, other);
            return (null, null, null);
        }
        var (order, problem) = await polling.UntilAsync(
            token => account.Client.OrderAsync(open.Order, token),
            _ => true,
            it => it.RetryAfter,
            cancel
        );
        switch (order, problem?.Kind)
        {
            case ({ Status: not OrderStatus.Invalid }, _):
                log.GoingOn(open.Order, request.NamesInWords);
                return (open, order, null);
            case (null, not (ProblemKind.NotFound or ProblemKind.Unauthorized or ProblemKind.Malformed)):
                return (null, null, IssuanceFailure.Of("asking for the open order", problem!));
            default:
                GiveUp(request, open.Order, problem?.InWords ?? order?.Error?.InWords ?? "it is invalid");
                return (null, null, null);
        }
    }

    private string? WhyNot(OpenOrder open, OpenedAccount account, IssuanceRequest request)
    {
        if (!open.IsFor(account.Ca.Directory, request.Names))
        {
            return "it is of another CA or for other names";
        }
        return clock.GetUtcNow() - open.Placed > Oldest ? "it has come to nothing for a day" : null;
    }
}
