using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Rules;

public sealed class RefusedCertificateTests
{
    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System, intermediates: 2);

    [Theory]
    [InlineData(TestKey.Rsa1024, "the key is RSA 1024, too small")]
    [InlineData(TestKey.P224, "the key is EC P-224, with which callers cannot speak TLS")]
    [InlineData(TestKey.Secp256k1, "the key is EC secp256k1, with which callers cannot speak TLS")]
    internal Task A_key_that_callers_do_not_take_is_refused(TestKey key, string why) =>
        AssertRefusedAsync(why, Authority.Issue(["hook.example"], key).Candidate);

    [Fact]
    public Task A_certificate_for_clients_is_refused() =>
        AssertRefusedAsync("lacks serverAuth", Shaped(LeafShape.Usual with { Purposes = [LeafShape.ClientAuth] }));

    [Theory]
    [InlineData(LeafShape.ServerAuth, LeafShape.ClientAuth)]
    [InlineData("2.5.29.37.0")]
    [InlineData]
    public async Task A_certificate_for_servers_among_others_or_for_anything_is_not(params string[] purposes)
    {
        var result = await CheckAsync(Shaped(LeafShape.Usual with { Purposes = purposes }));

        Assert.Empty(result.Problems);
    }

    [Fact]
    public async Task A_key_that_may_not_sign_is_refused()
    {
        await AssertRefusedAsync(
            "lacks digitalSignature",
            Shaped(LeafShape.Usual with { KeyUsage = X509KeyUsageFlags.KeyEncipherment })
        );

        Assert.Empty((await CheckAsync(Shaped(LeafShape.Usual with { KeyUsage = null }))).Problems);
    }

    [Fact]
    public Task A_signature_over_SHA1_is_refused() =>
        AssertRefusedAsync(
            "'hook.example' is signed with SHA1",
            Shaped(LeafShape.Usual with { Hash = HashAlgorithmName.SHA1 })
        );

    [Fact]
    public Task A_certificate_with_a_common_name_only_is_refused() =>
        AssertRefusedAsync(
            "no subject alternative names, and callers ignore the common name",
            Authority.Issue([], TestKey.P256, shape: LeafShape.Usual with { Subject = "CN=hook.example" }).Candidate
        );

    [Theory]
    [InlineData("*.hook.example", "a.hook.example", true)]
    [InlineData("*.hook.example", "hook.example", false)]
    [InlineData("*.hook.example", "a.b.hook.example", false)]
    [InlineData("*.hook.example", "*.hook.example", true)]
    [InlineData("HOOK.example", "hook.EXAMPLE", true)]
    [InlineData("hook.example", "other.example", false)]
    [InlineData("hook.example", "not a name", false)]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8::7", "2001:0db8:0::7", true)]
    public async Task A_name_that_is_not_covered_is_refused_where_names_are_required(
        string certified,
        string called,
        bool isCovered
    )
    {
        var candidate = Authority.Issue("beside.example", certified).Candidate;

        var required = await CheckAsync(candidate, [called], areNamesRequired: true);
        var wanted = await CheckAsync(candidate, [called]);

        Assert.Equal(isCovered, required.Problems.Count == 0);
        Assert.Empty(wanted.Problems);
        Assert.Equal(isCovered, wanted.Certificate!.Warnings.Count == 0);
        Assert.All(
            required.Problems.Concat(wanted.Certificate.Warnings),
            text => Assert.StartsWith($"the certificate does not cover '{called}'", text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public Task An_intermediate_that_did_not_sign_is_refused()
    {
        var impostor = TestAuthority.Create(TimeProvider.System, intermediates: 2);
        var leaf = Authority.Issue("hook.example");

        return AssertRefusedAsync(
            "'CN=Test Intermediate 2' of the chain did not sign 'hook.example'",
            new Candidate(leaf.Leaf, impostor.Intermediates)
        );
    }

    [Fact]
    public Task An_intermediate_that_is_no_CA_is_refused()
    {
        var key = (ECDsa)TestKeys.Create(TestKey.P256);
        var request = LeafRequest.For(key, ["issuer.example"], LeafShape.Usual with { Subject = "CN=No CA" });
        var issuer = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var leafKey = (ECDsa)TestKeys.Create(TestKey.P256);
        var leaf = LeafRequest
            .For(leafKey, ["hook.example"], LeafShape.Usual)
            .Create(
                issuer.SubjectName,
                TestKeys.Signing(key, HashAlgorithmName.SHA256),
                new DateTimeOffset(issuer.NotBefore),
                new DateTimeOffset(issuer.NotAfter),
                [1]
            );

        return AssertRefusedAsync(
            "'issuer.example' of the chain is not the certificate of a CA",
            new Candidate(leaf.CopyWithPrivateKey(leafKey), [issuer])
        );
    }

    private static Candidate Shaped(LeafShape shape) =>
        Authority.Issue(["hook.example"], TestKey.P256, shape: shape).Candidate;

    private static async Task AssertRefusedAsync(string why, Candidate candidate)
    {
        var result = await CheckAsync(candidate);

        Assert.Contains(why, Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Null(result.Certificate);
    }

    private static Task<CheckResult> CheckAsync(
        Candidate candidate,
        IReadOnlyList<string>? names = null,
        bool areNamesRequired = false
    ) =>
        CertificateCheck.RunAsync(
            candidate,
            new CheckTerms(names ?? [], areNamesRequired, DateTimeOffset.UtcNow),
            CancellationToken.None
        );
}
