using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>What an account asks of its CA. Made by <see cref="AcmeClient.As"/>.</summary>
internal sealed class AccountClient
{
    public Task<Answer<Account>> AccountAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <param name="contacts">Mail addresses, in place of all that the CA has.</param>
    public Task<Answer<Account>> ChangeContactsAsync(IReadOnlyList<string> contacts, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>
    /// Puts another key in place of this account's (RFC 8555 section 7.3.5). Null: done, and only <paramref name="next"/> counts.
    /// After <see cref="ProblemKind.Unreachable"/> either may count: <see cref="AcmeClient.FindAccountAsync"/> tells.
    /// </summary>
    public Task<AcmeProblem?> RollOverAsync(AccountKey next, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>For good. Null: done.</summary>
    public Task<AcmeProblem?> DeactivateAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The CA may hand back an order of the same names that is still open.</summary>
    public Task<Answer<Order>> PlaceOrderAsync(NewOrder wanted, CancellationToken cancel) =>
        throw new NotImplementedException();

    public Task<Answer<Order>> OrderAsync(Uri order, CancellationToken cancel) => throw new NotImplementedException();

    public Task<Answer<Authorization>> AuthorizationAsync(Uri authorization, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Gives up the right to a name, or an authorization that nobody will complete.</summary>
    public Task<Answer<Authorization>> DeactivateAuthorizationAsync(Uri authorization, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Tells the CA that the answer to this challenge is in its place. Then ask for the authorization until it is settled.</summary>
    public Task<Answer<Challenge>> ReadyAsync(Challenge challenge, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Hands in the signing request of an order that is ready. Then ask for the order until it is settled.</summary>
    /// <param name="signingRequest">DER, of <see cref="SigningRequest"/>.</param>
    public Task<Answer<Order>> FinalizeAsync(Order order, byte[] signingRequest, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>The certificate with the CA's own choice of a chain, and its alternates, if they are asked for.</summary>
    /// <param name="certificate">An order's <see cref="Order.Certificate"/>.</param>
    /// <param name="withAlternates">An alternate that cannot be had is left out: what counts is that there is a chain.</param>
    public Task<Answer<IssuedChains>> DownloadAsync(Uri certificate, bool withAlternates, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Null: done.</summary>
    public Task<AcmeProblem?> RevokeAsync(X509Certificate2 leaf, RevocationReason reason, CancellationToken cancel) =>
        throw new NotImplementedException();
}
