using System.Text.Json;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 sections 7.3 to 7.3.6.</summary>
internal sealed class AccountCalls(CaLedger ledger)
{
    public AcmeReply Register(SignedRequest request, SignerKey key, Uri address)
    {
        var payload = request.Object();
        if (ledger.Accounts.Find(each => each.Key.Text == key.Text) is { } existing)
        {
            return existing.IsDeactivated
                ? throw new RefusalException(401, "unauthorized", "the account is deactivated")
                : Shown(200, existing) with
                {
                    Location = ledger.Address("account", existing.Number),
                };
        }
        if (IsTrue(payload, "onlyReturnExisting"))
        {
            throw new RefusalException(400, "accountDoesNotExist", "there is no account with this key");
        }
        var terms = ledger.Behaviour.TermsOfService;
        if (terms is not null && !IsTrue(payload, "termsOfServiceAgreed"))
        {
            throw new RefusalException(403, "userActionRequired", "the terms of service must be agreed to")
            {
                Terms = terms,
            };
        }
        var contacts = ContactsOf(payload) ?? [];
        var account = new LedgerAccount(ledger.NextNumber(), key)
        {
            Contacts = contacts,
            Terms = terms,
            ExternalKeyId = ExternalBinding.KeyIdOf(payload, key, address, ledger.Behaviour.ExternalAccounts),
        };
        ledger.Accounts.Add(account);
        return Shown(201, account) with { Location = ledger.Address("account", account.Number) };
    }

    public AcmeReply Account(SignedRequest request, LedgerAccount account, int number)
    {
        if (account.Number != number)
        {
            throw new RefusalException(403, "unauthorized", "this is another account");
        }
        if (request.IsPostAsGet)
        {
            return Shown(200, account);
        }
        var payload = request.Object();
        if (payload.TryGetProperty("status", out var status))
        {
            account.IsDeactivated = status.ValueEquals("deactivated")
                ? true
                : throw RefusalException.Violation("an account can only be deactivated");
        }
        account.Contacts = ContactsOf(payload) ?? account.Contacts;
        return Shown(200, account);
    }

    private AcmeReply Shown(int status, LedgerAccount account) =>
        AcmeReply.Of(
            status,
            new
            {
                status = account.IsDeactivated ? "deactivated" : "valid",
                contact = account.Contacts,
                termsOfServiceAgreed = account.Terms is null ? (bool?)null : true,
                orders = new Uri(ledger.Base, $"/orders/{account.Number}"),
            }
        );

    private static List<string>? ContactsOf(JsonElement payload)
    {
        if (!payload.TryGetProperty("contact", out var contact))
        {
            return null;
        }
        var contacts = contact.EnumerateArray().Select(each => each.GetString() ?? "").ToList();
        foreach (var each in contacts)
        {
            if (!each.StartsWith("mailto:", StringComparison.Ordinal))
            {
                throw new RefusalException(400, "unsupportedContact", $"{each} is no mailto address");
            }
            // RFC 8555 section 7.3: one address, no header fields.
            if (each.Count(letter => letter == '@') != 1 || each.AsSpan().ContainsAny("?,") || each.EndsWith('@'))
            {
                throw new RefusalException(400, "invalidContact", $"{each} is not one mail address");
            }
        }
        return contacts;
    }

    private static bool IsTrue(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
