using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Checking;

public sealed class CertificateCheckTests
{
    private static readonly ManualClock Clock = new();
    private static readonly TestAuthority Authority = TestAuthority.Create(Clock, intermediates: 2);

    private static DateTimeOffset Now => Clock.GetUtcNow();

    [Theory]
    [InlineData(TestKey.P256, "EC P-256")]
    [InlineData(TestKey.P384, "EC P-384")]
    [InlineData(TestKey.P521, "EC P-521")]
    [InlineData(TestKey.Rsa2048, "RSA 2048")]
    [InlineData(TestKey.Rsa3072, "RSA 3072")]
    [InlineData(TestKey.Rsa4096, "RSA 4096")]
    internal async Task A_good_certificate_is_usable_without_a_word(TestKey key, string words)
    {
        var certificate = Authority.Issue(["hook.example", "192.0.2.7"], key);

        var (usable, problems, isOnlyOutOfDate) = await CheckAsync(certificate.Candidate, "hook.example");

        Assert.Empty(problems);
        Assert.False(isOnlyOutOfDate);
        Assert.Equal(words, usable!.Key);
        Assert.Equal(certificate.Sha256, usable.Sha256);
        Assert.Equal(["hook.example", "192.0.2.7"], usable.Names);
        Assert.Equal("Test Intermediate 2", usable.Issuer);
        Assert.Equal((Now.AddHours(-1), Now.AddDays(90)), (usable.NotBefore, usable.NotAfter));
        Assert.Equal((3, 3), (usable.ChainSent, usable.ChainConfigured));
        Assert.Empty(usable.Warnings);
    }

    [Theory]
    [InlineData(-3, -2, "expired at 2026-01-14 12:00:00Z; this machine's clock says 2026-01-16 12:00:00Z")]
    [InlineData(2, 3, "is not valid before 2026-01-18 12:00:00Z; this machine's clock says 2026-01-16 12:00:00Z")]
    public async Task One_that_is_only_out_of_date_is_told_apart_and_still_there(int from, int to, string why)
    {
        var certificate = Authority.Issue(["hook.example"], TestKey.P256, Now.AddDays(from), Now.AddDays(to));

        var result = await CheckAsync(certificate.Candidate);

        Assert.True(result.IsOnlyOutOfDate);
        Assert.Contains(why, Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal(certificate.Sha256, result.Certificate!.Sha256);
    }

    [Fact]
    public async Task The_end_of_validity_is_the_first_moment_out_of_date()
    {
        var certificate = Authority.Issue(["hook.example"], TestKey.P256, Now.AddDays(-1), Now.AddDays(1));

        Assert.Empty((await CheckAtAsync(certificate, Now.AddDays(-1))).Problems);
        Assert.Empty((await CheckAtAsync(certificate, Now.AddDays(1).AddSeconds(-1))).Problems);
        Assert.NotEmpty((await CheckAtAsync(certificate, Now.AddDays(1))).Problems);
        Assert.NotEmpty((await CheckAtAsync(certificate, Now.AddDays(-1).AddSeconds(-1))).Problems);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var shape = LeafShape.Usual with { Purposes = [LeafShape.ClientAuth] };
        var certificate = Authority.Issue([], TestKey.Secp256k1, Now.AddDays(-3), Now.AddDays(-2), shape);

        var result = await CheckAsync(certificate.Candidate);

        Assert.Null(result.Certificate);
        Assert.False(result.IsOnlyOutOfDate);
        Assert.Collection(
            result.Problems,
            key => Assert.Contains("the key is EC secp256k1", key, StringComparison.Ordinal),
            purpose => Assert.Contains("lacks serverAuth", purpose, StringComparison.Ordinal),
            names => Assert.Contains("no subject alternative names", names, StringComparison.Ordinal),
            dates => Assert.Contains("expired", dates, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_long_validity_is_nobodys_business()
    {
        var certificate = Authority.Issue(["hook.example"], TestKey.P256, notAfter: Now.AddYears(5));

        var result = await CheckAsync(certificate.Candidate);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Certificate!.Warnings);
    }

    private static Task<CheckResult> CheckAsync(Candidate candidate, params IReadOnlyList<string> names) =>
        CertificateCheck.RunAsync(
            candidate,
            new CheckTerms(names, AreNamesRequired: false, Now),
            CancellationToken.None
        );

    private static Task<CheckResult> CheckAtAsync(TestCertificate certificate, DateTimeOffset now) =>
        CertificateCheck.RunAsync(
            certificate.Candidate,
            new CheckTerms([], AreNamesRequired: false, now),
            CancellationToken.None
        );
}
