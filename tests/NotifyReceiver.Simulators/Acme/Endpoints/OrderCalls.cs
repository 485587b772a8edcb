using System.Globalization;
using NotifyReceiver.Simulators.Acme.Issuing;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>An order after it was placed (RFC 8555 section 7.4).</summary>
internal sealed class OrderCalls(CaLedger ledger)
{
    public AcmeReply Order(SignedRequest request, LedgerAccount account, int number)
    {
        request.NeedPostAsGet();
        var order = ledger.Order(number, account);
        var reply = Shown(ledger, 200, order);
        order.PollsLeft -= order.PollsLeft > 0 ? 1 : 0;
        return reply;
    }

    public AcmeReply Finalize(SignedRequest request, LedgerAccount account, int number)
    {
        var order = ledger.Order(number, account);
        var status = order.StatusAt(ledger.Now);
        if (status != "ready")
        {
            throw new RefusalException(403, "orderNotReady", $"the order is {status}");
        }
        var csr = request.Object().TryGetProperty("csr", out var text) ? text.GetString() : null;
        var key = SigningRequestReading.Read(Base64.Decode(csr ?? "", "csr"), order);
        var lifetime = order.Profile is null ? ledger.Behaviour.Lifetime : ledger.Behaviour.Profiles[order.Profile];
        // Certificates know whole seconds.
        var from = DateTimeOffset.FromUnixTimeSeconds(ledger.Now.ToUnixTimeSeconds());
        var leaf = ledger.Authority.Issue(key, order.Names, from, from + lifetime);
        order.Certificate = new LedgerCertificate(ledger.NextNumber(), account, leaf, ledger.Authority.Chains(leaf))
        {
            Issued = new IssuedCertificate(
                order.Number,
                RenewalIds.Of(leaf),
                [.. order.Names.Select(name => name.Value).Order(StringComparer.Ordinal)],
                from,
                from + lifetime,
                leaf.ExportCertificatePem()
            ),
        };
        order.PollsLeft = ledger.Behaviour.PollsBeforeDone;
        ledger.Certificates.Add(order.Certificate);
        return Shown(ledger, 200, order) with { Location = ledger.Address("order", order.Number) };
    }

    public static AcmeReply Shown(CaLedger ledger, int httpStatus, LedgerOrder order)
    {
        var status = order.StatusAt(ledger.Now);
        var shown = new
        {
            status,
            expires = order.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            identifiers = order.Names.Select(name => name.ToWire()),
            profile = order.Profile,
            replaces = order.Replaces,
            authorizations = order.Authorizations.Select(each => ledger.Address("authorization", each.Number)),
            finalize = ledger.Address("finalize", order.Number),
            certificate = status == "valid" ? ledger.Address("certificate", order.Certificate!.Number) : null,
            error = status == "invalid" ? AcmeReply.Problem(Flaw(order)) : null,
        };
        return AcmeReply.Of(httpStatus, shown) with
        {
            RetryAfter = status is "processing" ? ledger.Behaviour.PollAfter : null,
        };
    }

    private static RefusalException Flaw(LedgerOrder order) =>
        order
            .Authorizations.SelectMany(each => each.Challenges)
            .Select(each => each.Error)
            .OfType<RefusalException>()
            .FirstOrDefault()
        ?? new RefusalException(403, "unauthorized", "an authorization is no longer good");
}
