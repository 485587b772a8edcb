using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Validating;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>What only the owner of a key may ask: verifies the signature, and hands it to the calls of its kind.</summary>
internal sealed class SignedCalls(CaLedger ledger)
{
    private readonly AccountCalls _accounts = new(ledger);
    private readonly KeyChangeCall _keyChange = new(ledger);
    private readonly NewOrderCall _newOrder = new(ledger);
    private readonly OrderCalls _orders = new(ledger);
    private readonly AuthorizationCalls _authorizations = new(ledger, new Validator(ledger));
    private readonly CertificateCalls _certificates = new(ledger);

    public AcmeReply Answer(Route route, SignedRequest request, Uri address)
    {
        if (route.Call is AcmeCall.NewAccount)
        {
            return _accounts.Register(request, Itself(request), address);
        }
        if (route.Call is AcmeCall.Revoke)
        {
            return request.Jws.Jwk is null
                ? _certificates.RevokeAs(request, Account(request))
                : _certificates.RevokeBy(request, Itself(request));
        }
        var account = Account(request);
        return route.Call switch
        {
            AcmeCall.Account => _accounts.Account(request, account, route.Number),
            AcmeCall.KeyChange => _keyChange.Change(request, account, address),
            AcmeCall.NewOrder => _newOrder.Place(request, account),
            AcmeCall.Order => _orders.Order(request, account, route.Number),
            AcmeCall.FinalizeOrder => _orders.Finalize(request, account, route.Number),
            AcmeCall.Authorization => _authorizations.Authorization(request, account, route.Number),
            AcmeCall.Challenge => _authorizations.Challenge(request, account, route.Number),
            AcmeCall.Certificate => _certificates.Download(request, account, route.Number, which: 0),
            AcmeCall.Alternate => _certificates.Download(request, account, route.Number, which: 1),
            _ => throw new RefusalException(404, "malformed", "there is no such thing here"),
        };
    }

    private static SignerKey Itself(SignedRequest request)
    {
        var jwk = request.Jws.Jwk ?? throw RefusalException.Violation("this is to be signed with a jwk");
        var key = SignerKey.Read(jwk);
        request.Jws.VerifyBy(key);
        return key;
    }

    private LedgerAccount Account(SignedRequest request)
    {
        var kid = request.Jws.KeyId ?? throw RefusalException.Violation("this is to be signed with a kid");
        var account =
            ledger.Accounts.Find(each => ledger.Address("account", each.Number).AbsoluteUri == kid)
            ?? throw new RefusalException(400, "accountDoesNotExist", $"there is no account {kid}");
        request.Jws.VerifyBy(account.Key);
        return account.IsDeactivated
            ? throw new RefusalException(401, "unauthorized", "the account is deactivated")
            : account;
    }
}
