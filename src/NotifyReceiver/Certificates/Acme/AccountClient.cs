using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>What an account asks of its CA. Made by <see cref="AcmeClient.As"/>.</summary>
internal sealed class AccountClient(AcmeClient ca, CaCalls calls, AccountKey key, Uri account)
{
    private const string PemChain = "application/pem-certificate-chain";
    private const int MostAlternates = 5;

    private readonly JwsSigner _signer = key.For(account);

    public Task<Answer<Account>> AccountAsync(CancellationToken cancel) =>
        CallAsync(account, payload: null, reply => AccountReading.At(account, reply), cancel);

    /// <param name="contacts">Mail addresses, in place of all that the CA has.</param>
    public Task<Answer<Account>> ChangeContactsAsync(IReadOnlyList<string> contacts, CancellationToken cancel) =>
        CallAsync(
            account,
            new JsonObject { ["contact"] = Contacts.ToJson(contacts) },
            reply => AccountReading.At(account, reply),
            cancel
        );

    /// <summary>
    /// Puts another key in place of this account's (RFC 8555 section 7.3.5). Null: done, and only <paramref name="next"/> counts.
    /// After <see cref="ProblemKind.Unreachable"/> either may count: <see cref="AcmeClient.FindAccountAsync"/> tells.
    /// </summary>
    public async Task<AcmeProblem?> RollOverAsync(AccountKey next, CancellationToken cancel)
    {
        var (offered, unknown) = await ca.DirectoryAsync(cancel);
        if (offered is null)
        {
            return unknown;
        }
        if (offered.KeyChange is not { } keyChange)
        {
            return AcmeClient.NotOffered("change of an account's key");
        }
        var change = new JsonObject { ["account"] = account.AbsoluteUri, ["oldKey"] = JsonNode.Parse(key.Jwk) };
        var inner = Jws.Sign(next.AsItself(), keyChange, nonce: null, change.ToJsonString());
        var answer = await calls.PostAsync(_signer, keyChange, inner, cancel);
        return answer.Problem;
    }

    /// <summary>For good. Null: done.</summary>
    public async Task<AcmeProblem?> DeactivateAsync(CancellationToken cancel)
    {
        var answer = await calls.PostAsync(_signer, account, Deactivated(), cancel);
        return answer.Problem;
    }

    /// <summary>The CA may hand back an order of the same names that is still open.</summary>
    public async Task<Answer<Order>> PlaceOrderAsync(NewOrder wanted, CancellationToken cancel)
    {
        var found = await ca.DirectoryAsync(cancel);
        return await found.ThenAsync(offered =>
        {
            var identifiers = wanted.Identifiers.Select(WireIdentifier.Of);
            var payload = new JsonObject
            {
                ["identifiers"] = JsonSerializer.SerializeToNode(identifiers, JsonSerializerOptions.Web),
            };
            if (wanted.Profile is not null)
            {
                payload["profile"] = wanted.Profile;
            }
            if (wanted.Replaces is not null)
            {
                payload["replaces"] = wanted.Replaces;
            }
            return CallAsync(offered.NewOrder, payload, OrderReading.Located, cancel);
        });
    }

    public Task<Answer<Order>> OrderAsync(Uri order, CancellationToken cancel) =>
        CallAsync(order, payload: null, reply => OrderReading.At(order, reply), cancel);

    public Task<Answer<Authorization>> AuthorizationAsync(Uri authorization, CancellationToken cancel) =>
        CallAsync(authorization, payload: null, reply => AuthorizationReading.At(authorization, reply), cancel);

    /// <summary>Gives up the right to a name, or an authorization that nobody will complete.</summary>
    public Task<Answer<Authorization>> DeactivateAuthorizationAsync(Uri authorization, CancellationToken cancel) =>
        CallAsync(authorization, Deactivated(), reply => AuthorizationReading.At(authorization, reply), cancel);

    /// <summary>Tells the CA that the answer to this challenge is in its place. Then ask for the authorization until it is settled.</summary>
    public Task<Answer<Challenge>> ReadyAsync(Challenge challenge, CancellationToken cancel) =>
        CallAsync(challenge.Address, [], ChallengeReading.Of, cancel);

    /// <summary>Hands in the signing request of an order that is ready. Then ask for the order until it is settled.</summary>
    /// <param name="signingRequest">DER, of <see cref="SigningRequest"/>.</param>
    public Task<Answer<Order>> FinalizeAsync(Order order, byte[] signingRequest, CancellationToken cancel) =>
        CallAsync(
            order.Finalize,
            new JsonObject { ["csr"] = Base64Url.EncodeToString(signingRequest) },
            reply => OrderReading.At(order.Address, reply),
            cancel
        );

    /// <summary>The certificate with the CA's own choice of a chain, and its alternates, if they are asked for.</summary>
    /// <param name="certificate">An order's <see cref="Order.Certificate"/>.</param>
    /// <param name="withAlternates">An alternate that cannot be had is left out: what counts is that there is a chain.</param>
    public async Task<Answer<IssuedChains>> DownloadAsync(
        Uri certificate,
        bool withAlternates,
        CancellationToken cancel
    )
    {
        var answer = await calls.PostAsync(_signer, certificate, payload: null, PemChain, cancel);
        var chosen = answer.Then(ChainReading.Of);
        if (!chosen.Came)
        {
            return chosen.Problem;
        }
        var chains = new List<IssuedChain> { chosen.Value };
        var alternates = withAlternates ? answer.Value!.Linked("alternate").Take(MostAlternates) : [];
        foreach (var alternate in alternates)
        {
            var other = await calls.PostAsync(_signer, alternate, payload: null, PemChain, cancel);
            if (other.Then(ChainReading.Of).Value is { } chain)
            {
                chains.Add(chain);
            }
        }
        return new IssuedChains(chains);
    }

    /// <summary>Null: done.</summary>
    public Task<AcmeProblem?> RevokeAsync(X509Certificate2 leaf, RevocationReason reason, CancellationToken cancel) =>
        ca.RevokeAsync(leaf, _signer, reason, cancel);

    private async Task<Answer<T>> CallAsync<T>(
        Uri address,
        JsonObject? payload,
        Func<Reply, Answer<T>> read,
        CancellationToken cancel
    )
        where T : class
    {
        var answer = await calls.PostAsync(_signer, address, payload, cancel);
        return answer.Then(read);
    }

    private static JsonObject Deactivated() => new() { ["status"] = "deactivated" };
}
