using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>What anybody may ask.</summary>
internal static class PublicCalls
{
    private static readonly string[] CaaIdentities = ["ca.example"];
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(6);

    public static AcmeReply Directory(CaLedger ledger)
    {
        var behaviour = ledger.Behaviour;
        return AcmeReply.Of(
            200,
            new
            {
                newNonce = new Uri(ledger.Base, "/nonce"),
                newAccount = new Uri(ledger.Base, "/account"),
                newOrder = new Uri(ledger.Base, "/order"),
                revokeCert = new Uri(ledger.Base, "/revoke"),
                keyChange = new Uri(ledger.Base, "/key-change"),
                renewalInfo = behaviour.OffersRenewalInfo ? new Uri(ledger.Base, "/renewal") : null,
                meta = new
                {
                    termsOfService = behaviour.TermsOfService,
                    caaIdentities = CaaIdentities,
                    externalAccountRequired = behaviour.ExternalAccounts.Count > 0,
                    profiles = behaviour.Profiles.Count == 0
                        ? null
                        : behaviour.Profiles.Keys.ToDictionary(name => name, name => $"https://ca.example/{name}"),
                },
            }
        );
    }

    public static AcmeReply RenewalInfo(CaLedger ledger, string renewalId)
    {
        if (!ledger.Behaviour.OffersRenewalInfo || ledger.CertificateOf(renewalId) is not { Issued: var issued })
        {
            throw new RefusalException(404, "malformed", "there is no such certificate here");
        }
        var suggestion = ledger.Behaviour.Renewal(issued) ?? Usual(issued);
        return AcmeReply.Of(
            200,
            new
            {
                suggestedWindow = new { start = suggestion.Start, end = suggestion.End },
                explanationURL = suggestion.Explanation,
            }
        ) with
        {
            RetryAfter = suggestion.RetryAfter,
        };
    }

    private static RenewalSuggestion Usual(IssuedCertificate issued)
    {
        var third = (issued.NotAfter - issued.NotBefore) / 3;
        return new RenewalSuggestion(issued.NotAfter - third, issued.NotAfter - (third * 0.9), AskAgain);
    }
}
