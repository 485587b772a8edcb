using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Keeping;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Hands in the signing request, and waits until the CA has issued. What was cut off on the way the order itself tells.</summary>
internal sealed class Finalizing(Polling polling, TimeProvider clock)
{
    private const string Doing = "finalizing the order";
    private const int FinalizeTries = 3;

    /// <summary>The order, once it is valid.</summary>
    public async Task<(Order? Order, IssuanceFailure? Failure)> RunAsync(
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
                $"{Doing}: the CA has made it invalid and does not say why"
            );
        }
        var failure = IssuanceFailure.Of(Doing, error);
        // It is over with this order, whatever may pass for another.
        return failure.Kind == FailureKind.Passing ? failure with { Kind = FailureKind.Validation } : failure;
    }

    private static IssuanceFailure Unfinished(AcmeProblem? problem) =>
        problem is not null
            ? IssuanceFailure.Of(Doing, problem)
            : new IssuanceFailure(FailureKind.Passing, $"{Doing}: the CA has not issued within five minutes");
}
