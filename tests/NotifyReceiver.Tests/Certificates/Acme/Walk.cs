using System.Security.Cryptography;
using NotifyReceiver.Certificates.Acme;
using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Tests.Certificates.Acme.Responders;

namespace NotifyReceiver.Tests.Certificates.Acme;

/// <summary>All of an issuance, call by call, as a caller of the client does it. What should work and does not fails the test.</summary>
internal sealed class Walk(AcmeClient ca, AccountKey key, Account account, Proving proving)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public AcmeClient Ca => ca;

    public AccountKey Key => key;

    public Account Account => account;

    public AccountClient Client { get; } = ca.As(key, account.Address);

    public static async Task<Walk> RegisterAsync(AcmeClient ca, Proving proving, NewAccount? wanted = null)
    {
        var key = AccountKey.Create();
        wanted ??= new NewAccount(["admin@example.org"], TermsAgreed: true);
        return new Walk(ca, key, Need(await ca.RegisterAsync(key, wanted, CancellationToken.None)), proving);
    }

    /// <summary>The value; where there is none the test fails with the reason.</summary>
    public static T Need<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Came, answer.Problem?.InWords);
        return answer.Value;
    }

    public static void Need(AcmeProblem? problem) => Assert.True(problem is null, problem?.InWords);

    public async Task<IssuedChains> IssueAsync(ChallengeType type, LeafKeyType keyType, params string[] names)
    {
        using var leafKey = LeafKey.Create(keyType);
        return await IssueAsync(type, leafKey, new NewOrder([.. names.Select(Identifier.Of)]));
    }

    public async Task<IssuedChains> IssueAsync(ChallengeType type, AsymmetricAlgorithm leafKey, NewOrder wanted)
    {
        var order = await ReadyAsync(type, wanted);
        var finalized = await FinalizeAsync(order, leafKey);
        return Need(await Client.DownloadAsync(finalized.Certificate!, withAlternates: true, CancellationToken.None));
    }

    public async Task<Order> FinalizeAsync(Order order, AsymmetricAlgorithm leafKey)
    {
        Need(await Client.FinalizeAsync(order, SigningRequest.Create(leafKey, order.Identifiers), default));
        var finalized = await PollAsync(
            () => Client.OrderAsync(order.Address, CancellationToken.None),
            each => each.Status is OrderStatus.Valid or OrderStatus.Invalid
        );
        Assert.True(finalized.Status is OrderStatus.Valid, finalized.Error?.InWords);
        return finalized;
    }

    /// <summary>An order all of whose names are proven.</summary>
    public async Task<Order> ReadyAsync(ChallengeType type, NewOrder wanted)
    {
        var order = Need(await Client.PlaceOrderAsync(wanted, CancellationToken.None));
        foreach (var address in order.Authorizations)
        {
            var settled = await ProveAsync(type, address, isHonest: true);
            Assert.True(settled.Status is AuthorizationStatus.Valid, settled.Error?.InWords);
        }
        return await PollAsync(
            () => Client.OrderAsync(order.Address, CancellationToken.None),
            each => each.Status is not OrderStatus.Pending
        );
    }

    /// <summary>One name, until the CA has made up its mind.</summary>
    public async Task<Authorization> ProveAsync(ChallengeType type, Uri address, bool isHonest)
    {
        var authorization = Need(await Client.AuthorizationAsync(address, CancellationToken.None));
        if (authorization.Status is not AuthorizationStatus.Pending)
        {
            return authorization;
        }
        var challenge = authorization.Challenges.Single(each => each.Type == type);
        if (isHonest)
        {
            await proving.PutAsync(authorization.Identifier, challenge, KeyAuthorization.Of(challenge.Token, key));
        }
        Need(await Client.ReadyAsync(challenge, CancellationToken.None));
        return await PollAsync(
            () => Client.AuthorizationAsync(address, CancellationToken.None),
            each => each.Status is not AuthorizationStatus.Pending
        );
    }

    private static async Task<T> PollAsync<T>(Func<Task<Answer<T>>> ask, Func<T, bool> isSettled)
        where T : class
    {
        using var deadline = new CancellationTokenSource(Longest);
        while (true)
        {
            var value = Need(await ask());
            if (isSettled(value))
            {
                return value;
            }
            await Task.Delay(Pause, deadline.Token);
        }
    }
}
