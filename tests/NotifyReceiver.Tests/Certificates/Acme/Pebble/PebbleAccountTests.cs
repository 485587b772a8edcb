using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;

namespace NotifyReceiver.Tests.Certificates.Acme.Pebble;

/// <summary>Accounts at a real CA, from the first day to the last, and what it refuses.</summary>
public sealed class PebbleAccountTests
{
    private const string HmacKey = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    private static readonly NewAccount Wanted = new(["admin@example.org"], TermsAgreed: true);

    [Fact]
    public async Task An_account_is_found_by_its_key_and_its_contacts_change()
    {
        await using var world = await PebbleWorld.StartAsync(new() { Strict = true });
        var walk = await world.RegisterAsync();

        var again = Walk.Need(await world.Ca.RegisterAsync(walk.Key, Wanted, default));
        var found = Walk.Need(await world.Ca.FindAccountAsync(walk.Key, default));
        var asked = Walk.Need(await walk.Client.AccountAsync(default));
        var changed = Walk.Need(await walk.Client.ChangeContactsAsync(["other@example.org"], default));

        Assert.Equal(walk.Account.Address, again.Address);
        Assert.Equal(walk.Account.Address, found.Address);
        Assert.Equal(["mailto:admin@example.org"], asked.Contacts);
        Assert.Equal(["mailto:other@example.org"], changed.Contacts);
        Assert.Equal(AccountStatus.Valid, changed.Status);
    }

    [Fact]
    public async Task A_key_without_an_account_is_told_so()
    {
        await using var world = await PebbleWorld.StartAsync();
        using var key = AccountKey.Create();

        var found = await world.Ca.FindAccountAsync(key, default);

        Assert.Equal(ProblemKind.AccountDoesNotExist, found.Problem?.Kind);
    }

    [Fact]
    public async Task After_a_roll_over_only_the_new_key_counts()
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();
        using var next = AccountKey.Create();

        Walk.Need(await walk.Client.RollOverAsync(next, default));

        Assert.False((await walk.Client.AccountAsync(default)).Came);
        Assert.Equal(
            ProblemKind.AccountDoesNotExist,
            (await world.Ca.FindAccountAsync(walk.Key, default)).Problem?.Kind
        );
        var moved = new Walk(world.Ca, next, walk.Account, world.Proving);
        await moved.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "moved.example.org");
    }

    [Fact]
    public async Task A_deactivated_account_may_do_nothing()
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();

        Walk.Need(await walk.Client.DeactivateAsync(default));

        var order = await walk.Client.PlaceOrderAsync(new NewOrder([Identifier.Of("gone.example.org")]), default);
        Assert.Equal(ProblemKind.Unauthorized, order.Problem?.Kind);
    }

    [Theory]
    [InlineData(null, null, nameof(ProblemKind.ExternalAccountRequired))]
    [InlineData(
        "kid-1",
        "AAAAZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W",
        nameof(ProblemKind.Unauthorized)
    )]
    [InlineData("kid-9", HmacKey, nameof(ProblemKind.Unauthorized))]
    [InlineData("kid-1", HmacKey, null)]
    public async Task An_external_account_is_bound_by_its_key_alone(string? keyId, string? hmacKey, string? refusal)
    {
        await using var world = await PebbleWorld.StartAsync(
            new() { ExternalAccounts = new Dictionary<string, string> { ["kid-1"] = HmacKey } }
        );
        using var key = AccountKey.Create();
        var external = keyId is null ? null : ExternalAccount.From(keyId, hmacKey!);

        var directory = Walk.Need(await world.Ca.DirectoryAsync(default));
        var registered = await world.Ca.RegisterAsync(key, Wanted with { ExternalAccount = external }, default);

        Assert.True(directory.ExternalAccountRequired);
        Assert.Equal(refusal, registered.Problem?.Kind.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_is_revoked_once_by_the_account_or_by_its_own_key(bool byItsKey)
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();
        using var leafKey = LeafKey.Create(LeafKeyType.Rsa2048);
        var wanted = new NewOrder([Identifier.Of("revoked.example.org")]);
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, leafKey, wanted)).All[0].Leaf;
        async Task<AcmeProblem?> RevokeAsync() =>
            byItsKey
                ? await world.Ca.RevokeAsync(leaf, leafKey, RevocationReason.KeyCompromise, default)
                : await walk.Client.RevokeAsync(leaf, RevocationReason.Superseded, default);

        Walk.Need(await RevokeAsync());

        Assert.Equal(ProblemKind.AlreadyRevoked, (await RevokeAsync())?.Kind);
    }

    [Theory]
    [InlineData(nameof(ChallengeType.Http01), "Non-200 status code from HTTP: http://failing.example.org:")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), "for the tls-alpn-01 challenge")]
    [InlineData(nameof(ChallengeType.Dns01), "No TXT records found")]
    public async Task A_failed_validation_says_what_the_validator_saw(string type, string detail)
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var wanted = new NewOrder([Identifier.Of("failing.example.org")]);
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(wanted, default));

        var settled = await walk.ProveAsync(Enum.Parse<ChallengeType>(type), order.Authorizations[0], isHonest: false);

        Assert.Equal(AuthorizationStatus.Invalid, settled.Status);
        Assert.Equal(ProblemKind.Unauthorized, settled.Error?.Kind);
        Assert.Contains(detail, settled.Error!.InWords, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Invalid, Walk.Need(await walk.Client.OrderAsync(order.Address, default)).Status);
    }

    [Fact]
    public async Task An_authorization_is_given_up()
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var wanted = new NewOrder([Identifier.Of("given-up.example.org")]);
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(wanted, default));

        var left = await walk.Client.DeactivateAuthorizationAsync(order.Authorizations[0], default);

        Assert.Equal(AuthorizationStatus.Deactivated, Walk.Need(left).Status);
    }

    [Fact]
    public async Task A_CA_without_renewal_information_is_known_by_its_directory()
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var chains = await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "ari.example.org");

        var window = await world.Ca.RenewalWindowAsync(chains.All[0].Leaf, default);

        Assert.Equal(ProblemKind.NotOffered, window.Problem?.Kind);
    }
}
