using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Acme.Signing;
using NotifyReceiver.Simulators.Acme;

namespace NotifyReceiver.Tests.Certificates.Acme.Simulated;

/// <summary>That the simulated CA refuses what a client must not do: else it would show nothing about ours.</summary>
public sealed class SimulatorStrictnessTests
{
    private const string Order = """{"identifiers":[{"type":"dns","value":"example.org"}]}""";

    [Theory]
    [InlineData("as it should be", null)]
    [InlineData("other url", "unauthorized")]
    [InlineData("other key", "malformed")]
    [InlineData("changed payload", "malformed")]
    [InlineData("unknown nonce", "badNonce")]
    [InlineData("no nonce", "badNonce")]
    [InlineData("itself", "malformed")]
    [InlineData("unknown account", "accountDoesNotExist")]
    [InlineData("content type", "malformed")]
    [InlineData("unprotected header", "malformed")]
    public async Task A_request_is_taken_only_as_the_specification_wants_it(string how, string? refusal)
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        using var other = AccountKey.Create();
        var address = new Uri(world.Simulator.Directory, "/order");
        var account = how == "unknown account" ? new Uri(address, "/account/999") : walk.Account.Address;
        var key = how == "other key" ? other : walk.Key;
        var nonce = how switch
        {
            "no nonce" => null,
            "unknown nonce" => "AAAA",
            _ => await NonceAsync(world),
        };

        var jws = Jws.Sign(
            how == "itself" ? key.AsItself() : key.For(account),
            how == "other url" ? new Uri(address, "/orders") : address,
            nonce,
            Order
        );
        if (how == "changed payload")
        {
            jws["payload"] = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Order.Replace("org", "com")));
        }
        if (how == "unprotected header")
        {
            jws["header"] = new JsonObject();
        }
        var type = how == "content type" ? "application/json" : "application/jose+json";
        var (status, problem) = await PostAsync(world, address, jws, type);

        Assert.Equal(refusal, problem);
        Assert.Equal(refusal is null, status == 201);
        Assert.Equal(refusal is null ? 1 : 0, world.Simulator.Orders.Count);
    }

    [Fact]
    public async Task A_nonce_is_good_once()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var walk = await world.RegisterAsync();
        var address = new Uri(world.Simulator.Directory, "/order");
        var jws = Jws.Sign(walk.Key.For(walk.Account.Address), address, await NonceAsync(world), Order);
        await PostAsync(world, address, jws, "application/jose+json");

        var (_, problem) = await PostAsync(world, address, jws, "application/jose+json");

        Assert.Equal("badNonce", problem);
    }

    [Fact]
    public async Task Another_account_s_order_is_not_told()
    {
        await using var world = await SimulatedWorld.StartAsync();
        var (walk, other) = (await world.RegisterAsync(), await world.RegisterAsync());
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(new([Identifier.Of("example.org")]), default));

        var answer = await other.Client.OrderAsync(order.Address, default);

        Assert.Equal(ProblemKind.Unauthorized, answer.Problem?.Kind);
    }

    [Theory]
    [InlineData("example.org,www.example.org", false)]
    [InlineData("other.example", false)]
    [InlineData("example.org", true)]
    public async Task A_signing_request_is_for_the_names_of_the_order_and_a_key_of_its_own(
        string names,
        bool withAccountKey
    )
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        var order = await walk.ReadyAsync(ChallengeType.Http01, new([Identifier.Of("example.org")]));
        using var key = withAccountKey ? LeafKey.FromPem(walk.Key.ToPem())! : LeafKey.Create(LeafKeyType.Ec256);

        var request = SigningRequest.Create(key, [.. names.Split(',').Select(Identifier.Of)]);
        var answer = await walk.Client.FinalizeAsync(order, request, default);

        Assert.Equal(ProblemKind.BadCsr, answer.Problem?.Kind);
        Assert.Single(world.Simulator.Violations);
    }

    [Fact]
    public async Task A_signing_request_is_signed_and_its_key_is_of_a_size_that_CAs_take()
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { AlwaysValid = true });
        var walk = await world.RegisterAsync();
        var order = await walk.ReadyAsync(ChallengeType.Http01, new([Identifier.Of("example.org")]));
        using var small = RSA.Create(1024);
        using var right = LeafKey.Create(LeafKeyType.Ec256);
        var unsigned = SigningRequest.Create(right, order.Identifiers);
        unsigned[^1] ^= 1;

        var first = await walk.Client.FinalizeAsync(order, SigningRequest.Create(small, order.Identifiers), default);
        var second = await walk.Client.FinalizeAsync(order, unsigned, default);

        Assert.Equal(ProblemKind.BadCsr, first.Problem?.Kind);
        Assert.Equal(ProblemKind.BadCsr, second.Problem?.Kind);
        await walk.FinalizeAsync(order, right);
    }

    [Theory]
    [InlineData(nameof(ChallengeType.Http01), "is not the key authorization")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), "is not of the key authorization")]
    [InlineData(nameof(ChallengeType.Dns01), "no TXT record")]
    public async Task A_wrong_answer_to_a_challenge_is_seen(string type, string detail)
    {
        await using var world = await SimulatedWorld.StartAsync(new AcmeBehaviour { Texts = _ => ["other"] });
        var walk = await world.RegisterAsync();
        using var stranger = AccountKey.Create();
        var order = Walk.Need(await walk.Client.PlaceOrderAsync(new([Identifier.Of("example.org")]), default));
        var authorization = Walk.Need(await walk.Client.AuthorizationAsync(order.Authorizations[0], default));
        var challenge = authorization.Challenges.Single(each => $"{each.Type}" == type);
        if (challenge.Type is not ChallengeType.Dns01)
        {
            var proof = KeyAuthorization.Of(challenge.Token, stranger);
            await world.Proving.PutAsync(authorization.Identifier, challenge, proof);
        }

        var settled = await walk.ProveAsync(challenge.Type, order.Authorizations[0], isHonest: false);

        Assert.Equal(AuthorizationStatus.Invalid, settled.Status);
        Assert.Contains(detail, settled.Error?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_limited_and_replacements_are_not()
    {
        await using var world = await SimulatedWorld.StartAsync(
            new AcmeBehaviour { AlwaysValid = true, DuplicateLimit = 1 }
        );
        var walk = await world.RegisterAsync();
        var leaf = (await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "example.org")).All[0].Leaf;
        var wanted = new NewOrder([Identifier.Of("example.org")]);

        world.Clock.Advance(TimeSpan.FromDays(1));
        var limited = await walk.Client.PlaceOrderAsync(wanted, default);
        var replacing = await walk.Client.PlaceOrderAsync(wanted with { Replaces = RenewalId.Of(leaf) }, default);
        world.Clock.Advance(TimeSpan.FromDays(6));
        var later = await walk.Client.PlaceOrderAsync(wanted, default);

        Assert.Equal(
            (ProblemKind.RateLimited, TimeSpan.FromDays(6)),
            (limited.Problem?.Kind, limited.Problem?.RetryAfter)
        );
        Walk.Need(replacing);
        Walk.Need(later);
    }

    private static async Task<string> NonceAsync(SimulatedWorld world)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(world.Simulator.Directory, "/nonce"));
        using var response = await world.Client.SendAsync(request);
        return response.Headers.GetValues("Replay-Nonce").Single();
    }

    private static async Task<(int Status, string? Problem)> PostAsync(
        SimulatedWorld world,
        Uri address,
        JsonObject jws,
        string type
    )
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(jws.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var response = await world.Client.PostAsync(address, content);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return ((int)response.StatusCode, $"{body["type"]}".Split(':')[^1] is { Length: > 0 } problem ? problem : null);
    }
}
