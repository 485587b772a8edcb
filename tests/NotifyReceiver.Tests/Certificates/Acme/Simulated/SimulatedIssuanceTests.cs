using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Simulators.Acme;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>Certificates from a CA that pebble is not: with profiles, renewal information and a clock of its own.</summary>
public sealed class SimulatedIssuanceTests
{
    [Theory]
    [InlineData(nameof(ChallengeType.Http01), nameof(LeafKeyType.Ec256), "example.org")]
    [InlineData(nameof(ChallengeType.Http01), nameof(LeafKeyType.Ec384), "127.0.0.1")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Rsa2048), "example.org")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Ec256), "2001:db8::1")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Rsa3072), "192.0.2.7")]
    public async Task A_certificate_is_issued_without_one_breach_of_the_specification(
        string type,
        string keyType,
        string name
    )
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { PollsBeforeDone = 2 });
        var walk = await world.RegisterAsync();

        var chains = await walk.IssueAsync(Enum.Parse<ChallengeType>(type), Enum.Parse<LeafKeyType>(keyType), name);

        Assert.True(chains.All[0].Leaf.MatchesHostname(name, allowCommonName: false));
        Assert.Equal([name], Assert.Single(world.Simulator.Certificates).Names);
        Assert.Empty(world.Simulator.Violations);
        Assert.Empty(world.Simulator.FailedValidations);
    }

    [Fact]
    public async Task A_wildcard_is_proven_by_its_text()
    {
        var texts = new Dictionary<string, string>();
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { Texts = name => texts.TryGetValue(name, out var text) ? [text] : [] }
        );
        var walk = await world.RegisterAsync();
        var wanted = new NewOrder([Identifier.Of("*.example.org")]);
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(wanted, default));
        var authorization = Walk.Need(await walk.Client.AuthorizationAsync(order.Authorizations[0], default));
        var challenge = Assert.Single(authorization.Challenges);
        var proof = KeyAuthorization.Of(challenge.Token, walk.Key);
        texts[Dns01.RecordName(authorization.Identifier)] = Dns01.RecordValue(proof);

        var settled = await walk.ProveAsync(ChallengeType.Dns01, order.Authorizations[0], isHonest: false);

        Assert.True(authorization.IsWildcard);
        Assert.Equal("example.org", authorization.Identifier.Value);
        Assert.Equal(AuthorizationStatus.Valid, settled.Status);
    }

    [Fact]
    public async Task A_profile_decides_how_long_a_certificate_lasts()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour
            {
                AlwaysValid = true,
                Profiles = new Dictionary<string, TimeSpan> { ["shortlived"] = TimeSpan.FromHours(160) },
            }
        );
        var walk = await world.RegisterAsync();
        using var leafKey = LeafKey.Create(LeafKeyType.Ec256);
        var wanted = new NewOrder([Identifier.Of("example.org")], Profile: "shortlived");

        var directory = Walk.Need(await world.Ca.DirectoryAsync(default));
        var chains = await walk.IssueAsync(ChallengeType.Http01, leafKey, wanted);
        var unknown = await walk.Client.PlaceOrderAsync(wanted with { Profile = "none" }, default);

        Assert.Equal(["shortlived"], directory.Profiles.Keys);
        var leaf = chains.All[0].Leaf;
        Assert.Equal(TimeSpan.FromHours(160), leaf.NotAfter - leaf.NotBefore);
        Assert.Equal("shortlived", world.Simulator.Orders[0].Profile);
        Assert.Equal(ProblemKind.InvalidProfile, unknown.Problem?.Kind);
    }

    [Fact]
    public async Task Renewal_information_is_asked_for_by_the_name_of_the_certificate()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;
        var start = world.Clock.GetUtcNow().AddDays(3);
        var page = new Uri("https://ca.example/why");
        world.Simulator.Behaviour.Renewal = _ => new(start, start.AddDays(1), TimeSpan.FromHours(5), page);

        var window = Walk.Need(await world.Ca.RenewalWindowAsync(leaf, default));

        Assert.Equal(new RenewalWindow(start, start.AddDays(1), page, TimeSpan.FromHours(5)), window);
        Assert.Equal(RenewalId.Of(leaf), world.Simulator.Certificates[0].RenewalId);
    }

    [Fact]
    public async Task A_window_that_ends_before_it_starts_is_none()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;
        var start = world.Clock.GetUtcNow();
        world.Simulator.Behaviour.Renewal = _ => new(start, start, TimeSpan.FromHours(5));

        var window = await world.Ca.RenewalWindowAsync(leaf, default);

        Assert.Equal(ProblemKind.Garbage, window.Problem?.Kind);
    }

    [Fact]
    public async Task Renewal_information_of_a_stranger_is_not_found()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        await using var other = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await other.RegisterAsync();
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;

        var window = await world.Ca.RenewalWindowAsync(leaf, default);

        Assert.Equal(ProblemKind.NotFound, window.Problem?.Kind);
    }

    [Fact]
    public async Task A_certificate_is_replaced_once()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;
        using var leafKey = LeafKey.Create(LeafKeyType.Ec256);
        var wanted = new NewOrder([Identifier.Of("example.org")], Replaces: RenewalId.Of(leaf));

        await walk.IssueAsync(ChallengeType.Http01, leafKey, wanted);
        var again = await walk.Client.PlaceOrderAsync(wanted, default);

        Assert.Equal(RenewalId.Of(leaf), world.Simulator.Orders[1].Replaces);
        Assert.Equal(ProblemKind.AlreadyReplaced, again.Problem?.Kind);
    }

    [Fact]
    public async Task The_alternate_chain_is_fetched_only_when_it_is_wanted()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { AlwaysValid = true, OffersAlternate = true }
        );
        var walk = await world.RegisterAsync();
        using var leafKey = LeafKey.Create(LeafKeyType.Ec256);
        var order = await walk.ReadyAsync(ChallengeType.Http01, new NewOrder([Identifier.Of("example.org")]));
        var certificate = (await walk.FinalizeAsync(order, leafKey)).Certificate!;

        var one = Walk.Need(await walk.Client.DownloadAsync(certificate, withAlternates: false, default));
        var askedForOne = world.Simulator.CountOf(AcmeCall.Alternate);
        var both = Walk.Need(await walk.Client.DownloadAsync(certificate, withAlternates: true, default));

        Assert.Equal(0, askedForOne);
        Assert.Equal(["Simulated Root 1"], one.All.Select(chain => chain.TopIssuer));
        Assert.Equal(["Simulated Root 1", "Simulated Root 2"], both.All.Select(chain => chain.TopIssuer));
        Assert.Equal(both.All[1], both.EndingAt("simulated root 2"));
    }

    [Fact]
    public async Task Certificates_and_addresses_live_in_the_time_of_the_clock()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { AlwaysValid = true, Lifetime = TimeSpan.FromDays(6) }
        );
        var walk = await world.RegisterAsync();
        var order = Walk.Need(
            await walk.Client.PlaceOrderAsync(new NewOrder([Identifier.Of("old.example.org")]), default)
        );
        world.Clock.Advance(TimeSpan.FromDays(300));

        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;

        Assert.Equal(world.Clock.GetUtcNow().AddDays(6), new DateTimeOffset(leaf.NotAfter));
        var old = Walk.Need(await walk.Client.OrderAsync(order.Address, default));
        Assert.Equal(OrderStatus.Invalid, old.Status);
    }
}
