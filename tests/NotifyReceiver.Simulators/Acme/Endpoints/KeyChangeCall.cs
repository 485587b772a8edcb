using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 section 7.3.5.</summary>
internal sealed class KeyChangeCall(CaLedger ledger)
{
    public AcmeReply Change(SignedRequest request, LedgerAccount account, Uri address)
    {
        var inner = Jws.Read(request.Object());
        var jwk = inner.Jwk ?? throw RefusalException.Violation("the inner JWS is to be signed with a jwk");
        var next = SignerKey.Read(jwk);
        inner.VerifyBy(next);
        if (inner.Url != address.AbsoluteUri || inner.Nonce is not null)
        {
            throw RefusalException.Violation("the inner JWS is to have the url of the outer, and no nonce");
        }
        var change = Jws.Parse(inner.Payload);
        if (change.GetProperty("account").GetString() != ledger.Address("account", account.Number).AbsoluteUri)
        {
            throw RefusalException.Violation("the inner JWS is about another account");
        }
        if (SignerKey.Read(change.GetProperty("oldKey")).Text != account.Key.Text)
        {
            throw RefusalException.Violation("oldKey is not the key of the account");
        }
        if (ledger.Accounts.Find(each => each.Key.Text == next.Text) is { } other)
        {
            throw new RefusalException(409, "malformed", "another account has this key")
            {
                Location = ledger.Address("account", other.Number),
            };
        }
        account.Key = next;
        return AcmeReply.Of(200, new { status = "valid", contact = account.Contacts });
    }
}
