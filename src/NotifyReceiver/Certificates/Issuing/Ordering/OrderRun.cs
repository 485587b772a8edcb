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
    Polling polling,
    TimeProvider clock,
    ILogger<OrderRun> log
)
{
    private const string Finalizing = "finalizing the order";
    private const string Downloading = "downloading the certificate";
    private const int FinalizeTries = 3;

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
        (order, failure) = await FinalizeAsync(account, open, cancel);
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

    private async Task<(Order? Order, IssuanceFailure? Failure)> FinalizeAsync(
        OpenedAccount account,
        OpenOrder open,
        CancellationToken cancel
    )
    {
        var tries = 0;
        while (true)
        {
            var (order, problem) = await SettleAsync(account, open, it => it.Status != OrderStatus.Pending, cancel);
            if (order is { Status: OrderStatus.Ready })
            {
                problem = await HandInAsync(account, open, order, cancel);
                // Whatever broke off, the order itself tells whether the CA has heard.
                (order, var unasked) = await SettleAsync(account, open, it => it.Status != OrderStatus.Pending, cancel);
                problem ??= unasked;
            }
            switch (order)
            {
                case { Status: OrderStatus.Valid, Certificate: not null }:
                    return (order, null);
                case { Status: OrderStatus.Invalid }:
                    return (null, Invalid(order));
                // Ready after it was handed in means that the CA has not taken it.
                case { Status: OrderStatus.Ready } when ++tries < FinalizeTries && MayPass(problem):
                    await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel);
                    break;
                default:
                    return (null, Unfinished(problem));
            }
        }
    }

    private static bool MayPass(AcmeProblem? problem) => problem is not null && Polling.MayPass(problem);

    private static async Task<AcmeProblem?> HandInAsync(
        OpenedAccount account,
        OpenOrder open,
        Order order,
        CancellationToken cancel
    )
    {
        using var key =
            LeafKey.FromPem(open.Key) ?? throw new InvalidOperationException("the key of the open order is no key");
        var names = open.Names.Select(Identifier.Of).ToList();
        var (_, problem) = await account.Client.FinalizeAsync(order, SigningRequest.Create(key, names), cancel);
        return problem;
    }

    private Task<(Order? Order, AcmeProblem? Problem)> SettleAsync(
        OpenedAccount account,
        OpenOrder open,
        Func<Order, bool> isSettled,
        CancellationToken cancel
    ) =>
        polling.UntilAsync(
            token => account.Client.OrderAsync(open.Order, token),
            order => isSettled(order) && order.Status != OrderStatus.Processing,
            order => order.RetryAfter,
            cancel
        );

    private static IssuanceFailure Invalid(Order order)
    {
        if (order.Error is not { } error)
        {
            return new IssuanceFailure(
                FailureKind.Validation,
                $"{Finalizing}: the CA has made it invalid and does not say why"
            );
        }
        var failure = IssuanceFailure.Of(Finalizing, error);
        // It is over with this order, whatever may pass for another.
        return failure.Kind == FailureKind.Passing ? failure with { Kind = FailureKind.Validation } : failure;
    }

    private static IssuanceFailure Unfinished(AcmeProblem? problem) =>
        problem is not null
            ? IssuanceFailure.Of(Finalizing, problem)
            : new IssuanceFailure(FailureKind.Passing, $"{Finalizing}: the CA has not issued within five minutes");

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
