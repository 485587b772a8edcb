using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;

namespace NotifyReceiver.Tests.Certificates.Acme.Pebble;

/// <summary>Certificates from a real CA: by each challenge, with each kind of key and of name.</summary>
public sealed partial class PebbleIssuanceTests
{
    private const string AlternativeNames = "2.5.29.17";

    [Theory]
    [InlineData(nameof(ChallengeType.Http01), nameof(LeafKeyType.Ec256), "EC 256")]
    [InlineData(nameof(ChallengeType.Http01), nameof(LeafKeyType.Rsa2048), "RSA 2048")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Ec384), "EC 384")]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Rsa3072), "RSA 3072")]
    [InlineData(nameof(ChallengeType.Dns01), nameof(LeafKeyType.Ec256), "EC 256")]
    [InlineData(nameof(ChallengeType.Dns01), nameof(LeafKeyType.Rsa2048), "RSA 2048")]
    public async Task A_certificate_is_issued_by_each_challenge(string type, string keyType, string key)
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();

        var chains = await walk.IssueAsync(
            Enum.Parse<ChallengeType>(type),
            Enum.Parse<LeafKeyType>(keyType),
            "one.example.org",
            "two.example.org"
        );

        var chain = Assert.Single(chains.All);
        Assert.True(IsTrusted(chain, world.Pebble.IssuerRoots));
        Assert.Equal(["one.example.org", "two.example.org"], DnsNames(chain.Leaf).Order());
        Assert.Equal(key, KeyOf(chain.Leaf));
    }

    [Fact]
    public async Task A_wildcard_and_its_own_name_are_proven_by_two_texts_of_one_name()
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();

        var chains = await walk.IssueAsync(
            ChallengeType.Dns01,
            LeafKeyType.Ec256,
            "*.wild.example.org",
            "wild.example.org"
        );

        Assert.Equal(["*.wild.example.org", "wild.example.org"], DnsNames(chains.All[0].Leaf).Order());
    }

    [Theory]
    [InlineData(nameof(ChallengeType.Http01))]
    [InlineData(nameof(ChallengeType.TlsAlpn01))]
    public async Task An_address_gets_a_certificate(string type)
    {
        await using var world = await PebbleWorld.StartAsync();
        var walk = await world.RegisterAsync();

        var chains = await walk.IssueAsync(Enum.Parse<ChallengeType>(type), LeafKeyType.Ec256, "127.0.0.1");

        Assert.True(chains.All[0].Leaf.MatchesHostname("127.0.0.1", allowCommonName: false));
    }

    [Fact]
    public async Task Strictness_and_refused_nonces_change_nothing()
    {
        await using var world = await PebbleWorld.StartAsync(new() { Strict = true, RefusedNonces = 40 });
        var walk = await world.RegisterAsync();

        for (var number = 0; number < 5; number++)
        {
            await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, $"n{number}.example.org");
        }

        // An order, a challenge, a request and a download each, had none been refused.
        Assert.True(Calls().Count(world.Pebble.Log) > 5 * 4, world.Pebble.Log);
    }

    [Fact]
    public async Task Of_several_chains_the_one_that_ends_at_the_preferred_root_is_found()
    {
        await using var world = await PebbleWorld.StartAsync(new() { Alternates = 2, ChainLength = 2 });
        var walk = await world.RegisterAsync();

        var chains = await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "chains.example.org");

        Assert.Equal(3, chains.All.Count);
        var names = world.Pebble.IssuerRoots.Select(root => root.GetNameInfo(X509NameType.SimpleName, false)).ToList();
        Assert.Equal(3, names.Distinct().Count());
        for (var which = 0; which < 3; which++)
        {
            var chain = chains.EndingAt(names[which]);
            Assert.NotNull(chain);
            Assert.True(IsTrusted(chain, [world.Pebble.IssuerRoots[which]]));
        }
        Assert.Null(chains.EndingAt("Some other root"));
    }

    [Fact]
    public async Task An_authorization_that_is_still_good_is_used_again()
    {
        await using var world = await PebbleWorld.StartAsync(new() { ReusedAuthorizations = 100 });
        var walk = await world.RegisterAsync();
        await walk.IssueAsync(ChallengeType.Http01, LeafKeyType.Ec256, "again.example.org");

        var order = await walk.Client.PlaceOrderAsync(new NewOrder([Identifier.Of("again.example.org")]), default);

        Assert.Equal(OrderStatus.Ready, Walk.Need(order).Status);
    }

    private static bool IsTrusted(IssuedChain issued, X509Certificate2Collection roots)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(issued.Certificates.Skip(1).ToArray());
        return chain.Build(issued.Leaf);
    }

    private static IEnumerable<string> DnsNames(X509Certificate2 leaf) =>
        new X509SubjectAlternativeNameExtension(
            leaf.Extensions.Single(extension => extension.Oid?.Value == AlternativeNames).RawData
        ).EnumerateDnsNames();

    private static string KeyOf(X509Certificate2 leaf)
    {
        using var ec = leaf.GetECDsaPublicKey();
        using var rsa = leaf.GetRSAPublicKey();
        return ec is null ? $"RSA {rsa!.KeySize}" : $"EC {ec.KeySize}";
    }

    [GeneratedRegex(
        "POST /(order-plz|chalZ/|finalize-order/|certZ/)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Calls();
}
