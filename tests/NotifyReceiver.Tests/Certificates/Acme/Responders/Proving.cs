using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Tests.Certificates.Acme.Responders;

/// <summary>Puts the answer to a challenge where the validator looks for it.</summary>
internal sealed class Proving(HttpResponder http, TlsAlpnResponder tls, ChallengeDns? dns)
{
    public async Task PutAsync(Identifier identifier, Challenge challenge, string keyAuthorization)
    {
        switch (challenge.Type)
        {
            case ChallengeType.Http01:
                http.Put(challenge.Token, keyAuthorization);
                break;
            case ChallengeType.TlsAlpn01:
                tls.Put(
                    TlsAlpn01.ServerName(identifier),
                    TlsAlpn01.CreateCertificate(identifier, keyAuthorization, TimeProvider.System.GetUtcNow())
                );
                break;
            default:
                await dns!.AddTextAsync(Dns01.RecordName(identifier), Dns01.RecordValue(keyAuthorization));
                break;
        }
    }
}
