using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Rules;

/// <summary>What is served, with a word about it.</summary>
public sealed class WarnedCertificateTests
{
    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System);

    [Fact]
    public Task A_self_signed_certificate_is_told() =>
        AssertWarnedAsync("self-signed", TestAuthority.SelfSigned(TimeProvider.System, "hook.example").Candidate);

    [Fact]
    public Task A_missing_issuer_is_told() =>
        AssertWarnedAsync(
            "lacks the certificate of the issuer 'CN=Test Intermediate 1'",
            new Candidate(Authority.Issue("hook.example").Leaf, [])
        );

    [Fact]
    public async Task A_root_that_issued_the_leaf_itself_is_not_missing()
    {
        var direct = TestAuthority.Create(TimeProvider.System, intermediates: 0);

        var result = await CheckAsync(new Candidate(direct.Issue("hook.example").Leaf, []) { Root = direct.Root });

        Assert.Empty(result.Certificate!.Warnings);
    }

    [Fact]
    public Task An_expired_intermediate_is_told()
    {
        var late = TestAuthority.Create(TimeProvider.System, intermediates: 0);
        late.Delegate("CN=Late", DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(-8));

        return AssertWarnedAsync(
            "in the chain, the certificate 'CN=Late' expired",
            late.Issue(["hook.example"], TestKey.P256).Candidate
        );
    }

    [Fact]
    public Task The_certificate_of_a_CA_is_told() =>
        AssertWarnedAsync(
            "that of a CA",
            Authority
                .Issue(["hook.example"], TestKey.P256, shape: LeafShape.Usual with { IsAuthority = true })
                .Candidate
        );

    [Fact]
    public Task Certificates_that_belong_to_no_chain_are_told() =>
        AssertWarnedAsync(
            "not sent: 'other.example'",
            Authority.Issue("hook.example").Candidate with
            {
                Leftovers = [Authority.Issue("other.example").Leaf],
            }
        );

    private static async Task AssertWarnedAsync(string about, Candidate candidate)
    {
        var result = await CheckAsync(candidate);

        Assert.Empty(result.Problems);
        Assert.Contains(about, Assert.Single(result.Certificate!.Warnings), StringComparison.Ordinal);
    }

    private static Task<CheckResult> CheckAsync(Candidate candidate) =>
        CertificateCheck.RunAsync(
            candidate,
            new CheckTerms([], AreNamesRequired: false, DateTimeOffset.UtcNow),
            CancellationToken.None
        );
}
