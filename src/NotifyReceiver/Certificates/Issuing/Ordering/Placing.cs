using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing.Accounts;

namespace NotifyReceiver.Certificates.Issuing.Ordering;

/// <summary>Places an order with what the CA offers: a profile, and which certificate it follows.</summary>
internal sealed class Placing(ILogger<Placing> log)
{
    public async Task<(Order? Order, AcmeProblem? Problem)> RunAsync(
        OpenedAccount account,
        IssuanceRequest request,
        CancellationToken cancel
    )
    {
        var (directory, unknown) = await account.Anybody.DirectoryAsync(cancel);
        if (directory is null)
        {
            return (null, unknown);
        }
        var wanted = new NewOrder(
            [.. request.Names.Select(Identifier.Of)],
            ProfileOf(account, directory),
            directory.RenewalInfo is null ? null : ReplacedBy(request, account)
        );
        var (order, problem) = await account.Client.PlaceOrderAsync(wanted, cancel);
        if (problem is null || wanted.Replaces is null || !MayBeOfReplaces(problem))
        {
            return (order, problem);
        }
        // What CAs answer to a certificate that they do not let replace is not agreed: only another try without tells.
        log.ReplacesRefused(account.Ca.Directory.Host, problem.InWords);
        (order, problem) = await account.Client.PlaceOrderAsync(wanted with { Replaces = null }, cancel);
        return (order, problem);
    }

    private static bool MayBeOfReplaces(AcmeProblem problem) =>
        problem.Kind
            is not (
                ProblemKind.Unreachable
                or ProblemKind.ClockSuspect
                or ProblemKind.Untrusted
                or ProblemKind.RateLimited
                or ProblemKind.AccountDoesNotExist
                or ProblemKind.UserActionRequired
            );

    private string? ProfileOf(OpenedAccount account, AcmeDirectory directory)
    {
        var ca = account.Ca;
        if (ca.Profile is null || directory.Profiles.ContainsKey(ca.Profile))
        {
            return ca.Profile;
        }
        var offered = directory.Profiles.Count == 0 ? "none" : string.Join(", ", directory.Profiles.Keys);
        log.ProfileUnknown(ca.Directory.Host, ca.Profile, ca.Section, offered);
        return null;
    }

    private static string? ReplacedBy(IssuanceRequest request, OpenedAccount account)
    {
        var replaced = request.InPlaceOf;
        if (!request.TellsReplaced || request.IsRehearsal || replaced?.Note.From != account.Ca.Directory.AbsoluteUri)
        {
            return null;
        }
        using var leaf = GenerationLeaf.Of(replaced);
        return leaf is null ? null : RenewalId.Of(leaf);
    }
}
