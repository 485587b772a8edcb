using NotifyReceiver.Certificates.Acme.Accounts;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Simulators.Acme;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>Accounts at a CA that breaks off where the specification is broken.</summary>
public sealed class SimulatedAccountTests
{
    private const string HmacKey = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    private static readonly NewAccount Wanted = new(["admin@example.org"], TermsAgreed: true);

    [Fact]
    public async Task Nobody_agrees_to_terms_but_the_owner()
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var key = AccountKey.Create();

        var refused = await world.Ca.RegisterAsync(key, Wanted with { TermsAgreed = false }, default);

        Assert.Equal(ProblemKind.UserActionRequired, refused.Problem?.Kind);
        Assert.Equal(world.Simulator.Behaviour.TermsOfService, refused.Problem?.TermsOfService);
        Assert.Contains("https://ca.example/terms/1", refused.Problem!.InWords, StringComparison.Ordinal);
        Assert.Equal(0, world.Simulator.CountOf(AcmeCall.NewAccount));
    }

    [Fact]
    public async Task A_CA_without_terms_wants_no_agreement()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { TermsOfService = null });
        using var key = AccountKey.Create();

        var registered = await world.Ca.RegisterAsync(key, Wanted with { TermsAgreed = false }, default);

        Walk.Need(registered);
    }

    [Theory]
    [InlineData("mailto:admin@example.org", null)]
    [InlineData("admin", nameof(ProblemKind.InvalidContact))]
    [InlineData("tel:+1", nameof(ProblemKind.InvalidContact))]
    public async Task A_contact_is_a_mail_address(string contact, string? kind)
    {
        await using var world = await SimulatedWorld.StartAsync();
        using var key = AccountKey.Create();

        var registered = await world.Ca.RegisterAsync(key, Wanted with { Contacts = [contact] }, default);

        Assert.Equal(kind, registered.Problem?.Kind.ToString());
    }

    [Theory]
    [InlineData(null, nameof(ProblemKind.ExternalAccountRequired))]
    [InlineData("AAAA", nameof(ProblemKind.Unauthorized))]
    [InlineData(HmacKey, null)]
    [InlineData(HmacKey + "=", null)]
    public async Task An_external_account_is_bound_by_its_key(string? hmacKey, string? kind)
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { ExternalAccounts = new Dictionary<string, string> { ["kid-1"] = HmacKey } }
        );
        using var key = AccountKey.Create();
        var external = hmacKey is null ? null : ExternalAccount.From("kid-1", hmacKey);

        var registered = await world.Ca.RegisterAsync(key, Wanted with { ExternalAccount = external }, default);

        Assert.Equal(kind, registered.Problem?.Kind.ToString());
        Assert.Empty(world.Simulator.Violations);
    }

    [Fact]
    public async Task All_that_can_be_done_with_an_account_keeps_to_the_specification()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        using var next = AccountKey.Create();
        using var leafKey = LeafKey.Create(LeafKeyType.Ec384);
        var order = await walk.ReadyAsync(ChallengeType.Http01, new([Identifier.Of("example.org")]));
        var valid = await walk.FinalizeAsync(order, leafKey);
        var chains = Walk.Need(await walk.Client.DownloadAsync(valid.Certificate!, withAlternates: true, default));

        Walk.Need(await walk.Client.ChangeContactsAsync(["other@example.org"], default));
        Walk.Need(await walk.Client.RollOverAsync(next, default));
        var moved = world.Ca.As(next, walk.Account.Address);
        Walk.Need(await moved.DeactivateAuthorizationAsync(order.Authorizations[0], default));
        Walk.Need(await moved.RevokeAsync(chains.All[0].Leaf, RevocationReason.Superseded, default));
        var twice = await world.Ca.RevokeAsync(chains.All[0].Leaf, leafKey, RevocationReason.KeyCompromise, default);
        Walk.Need(await moved.DeactivateAsync(default));

        Assert.Equal((int)RevocationReason.Superseded, world.Simulator.Certificates[0].RevokedFor);
        Assert.Equal(ProblemKind.AlreadyRevoked, twice?.Kind);
        Assert.Equal(ProblemKind.Unauthorized, (await moved.AccountAsync(default)).Problem?.Kind);
        Assert.Empty(world.Simulator.Violations);
    }

    [Fact]
    public async Task A_key_that_another_account_has_is_not_taken_over()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var other = await world.RegisterAsync();

        var problem = await walk.Client.RollOverAsync(other.Key, default);

        Assert.Equal(409, problem?.Status);
    }
}
