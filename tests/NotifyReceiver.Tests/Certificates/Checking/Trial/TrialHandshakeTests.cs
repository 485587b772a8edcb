using System.Net.Security;
using NotifyReceiver.Certificates.Checking.Trial;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking.Trial;

public sealed class TrialHandshakeTests
{
    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System);

    [Theory]
    [InlineData(TestKey.P256)]
    [InlineData(TestKey.Rsa2048)]
    internal async Task A_good_certificate_shakes_hands(TestKey key) => Assert.Null(await RunAsync(key));

    [Fact]
    public async Task A_key_too_small_for_the_library_shows() =>
        Assert.Equal("a trial handshake with TLS 1.2 failed: ee key too small", await RunAsync(TestKey.Rsa1024));

    [Fact]
    public async Task A_curve_that_no_client_offers_shows() =>
        Assert.StartsWith(
            "a trial handshake with TLS 1.2 failed: ",
            await RunAsync(TestKey.Secp256k1),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Who_cancels_is_not_told_of_a_bad_certificate() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            TrialHandshake.RunAsync(Context(TestKey.P256), new CancellationToken(canceled: true))
        );

    private static Task<string?> RunAsync(TestKey key) => TrialHandshake.RunAsync(Context(key), CancellationToken.None);

    private static SslStreamCertificateContext Context(TestKey key)
    {
        var certificate = Authority.Issue(["hook.example"], key);
        return SslStreamCertificateContext.Create(certificate.Leaf, [.. certificate.Chain], offline: true);
    }
}
