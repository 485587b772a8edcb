using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Validating;

/// <summary>Looks for the answer to a challenge three times at once, as CAs do from several places.</summary>
internal sealed class Validator(CaLedger ledger)
{
    private const int Places = 3;

    public async Task ValidateAsync(LedgerAuthorization authorization, LedgerChallenge challenge)
    {
        // A thread of its own: the caller holds the ledger.
        await Task.Yield();
        var keyAuthorization = $"{challenge.Token}.{authorization.Account.Key.Thumbprint}";
        var name = authorization.Name;
        var looks = ledger.Behaviour.AlwaysValid
            ? []
            : Enumerable.Range(0, Places).Select(_ => LookAsync(challenge, name, keyAuthorization));
        var flaws = await Task.WhenAll(looks);
        var error = flaws.FirstOrDefault(flaw => flaw is not null);
        lock (ledger.Gate)
        {
            authorization.Settle(challenge, error, ledger.Now);
            if (error is not null)
            {
                ledger.Failed.Add(new FailedValidation(ledger.Now, name.Value, challenge.Type, error.Message));
            }
            else if (ledger.Behaviour.AuthorizationReuse is { } reuse)
            {
                authorization.Expires = ledger.Now + reuse;
            }
        }
    }

    private async Task<RefusalException?> LookAsync(LedgerChallenge challenge, LedgerName name, string keyAuthorization)
    {
        var behaviour = ledger.Behaviour;
        try
        {
            return challenge.Type switch
            {
                "http-01" => await HttpValidation.LookAsync(
                    behaviour.HttpPort,
                    challenge.Token,
                    name,
                    keyAuthorization
                ),
                "tls-alpn-01" => await TlsAlpnValidation.LookAsync(behaviour.TlsPort, name, keyAuthorization),
                _ => LookInDns(name, keyAuthorization),
            };
        }
        catch (OperationCanceledException)
        {
            return new RefusalException(400, "connection", $"{name.Value} did not answer in time");
        }
    }

    private RefusalException? LookInDns(LedgerName name, string keyAuthorization)
    {
        var wanted = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(keyAuthorization)));
        var texts = ledger.Behaviour.Texts($"_acme-challenge.{name.Bare}").ToList();
        return texts switch
        {
            [] => new RefusalException(400, "dns", $"there is no TXT record at _acme-challenge.{name.Bare}"),
            _ when texts.Contains(wanted) => null,
            _ => new RefusalException(403, "unauthorized", $"no TXT record at _acme-challenge.{name.Bare} is {wanted}"),
        };
    }
}
