using System.Net.Security;
using System.Security.Authentication;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>By real handshakes, on the systems where a program may choose its cipher suites.</summary>
public sealed class TlsPolicyTests
{
    private const TlsCipherSuite Cbc = TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384;

    private static readonly TestCertificate Certificate = TestAuthority
        .Create(TimeProvider.System)
        .Issue("hook.example");

    [Theory]
    [InlineData("intermediate", SslProtocols.Tls12, true)]
    [InlineData("intermediate", SslProtocols.Tls13, true)]
    [InlineData("modern", SslProtocols.Tls12, false)]
    [InlineData("modern", SslProtocols.Tls13, true)]
    [InlineData("default", SslProtocols.Tls12, true)]
    [InlineData("default", SslProtocols.Tls13, true)]
    public async Task A_policy_is_about_versions(string policy, SslProtocols version, bool isSpoken) =>
        Assert.Equal(isSpoken, await IsSpokenAsync(policy, version, suites: null));

    [Theory]
    [InlineData("intermediate", false)]
    [InlineData("default", true)]
    public async Task Suites_of_the_old_kind_are_spoken_only_where_the_system_decides(string policy, bool isSpoken) =>
        Assert.Equal(isSpoken, await IsSpokenAsync(policy, SslProtocols.Tls12, new CipherSuitesPolicy([Cbc])));

    [Fact]
    public async Task The_server_s_order_counts()
    {
        var client = Client(
            SslProtocols.Tls12,
            new CipherSuitesPolicy([
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            ])
        );

        var suite = await Handshake.RunAsync(Server("intermediate"), client);

        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, suite);
    }

    private static async Task<bool> IsSpokenAsync(string policy, SslProtocols version, CipherSuitesPolicy? suites)
    {
        try
        {
            await Handshake.RunAsync(Server(policy), Client(version, suites));
            return true;
        }
        catch (AuthenticationException)
        {
            return false;
        }
    }

    private static SslServerAuthenticationOptions Server(string name)
    {
        var policy = TlsPolicy.ByName[name];
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(
                Certificate.Leaf,
                [.. Certificate.Chain],
                offline: true
            ),
            EnabledSslProtocols = policy.Protocols,
            CipherSuitesPolicy = policy.CipherSuites,
        };
    }

    private static SslClientAuthenticationOptions Client(SslProtocols version, CipherSuitesPolicy? suites) =>
        new()
        {
            TargetHost = "hook.example",
            EnabledSslProtocols = version,
            CipherSuitesPolicy = suites,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        };
}
