using System.Net.Security;
using System.Security.Authentication;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>By real handshakes, on the systems where a program may choose its cipher suites.</summary>
public sealed class TlsPolicyTests
{
    private static readonly TestAuthority Authority = TestAuthority.Create(TimeProvider.System);
    private static readonly TestCertificate Ec = Authority.Issue("hook.example");
    private static readonly TestCertificate Rsa = Authority.Issue(["hook.example"], TestKey.Rsa2048);

    [Theory]
    [InlineData("intermediate", SslProtocols.Tls12, true)]
    [InlineData("intermediate", SslProtocols.Tls13, true)]
    [InlineData("modern", SslProtocols.Tls12, false)]
    [InlineData("modern", SslProtocols.Tls13, true)]
    [InlineData("default", SslProtocols.Tls12, true)]
    [InlineData("default", SslProtocols.Tls13, true)]
    public async Task A_policy_is_about_versions(string policy, SslProtocols version, bool isSpoken)
    {
        Assert.Equal(isSpoken, await IsSpokenAsync(Server(policy, Ec), version, suites: null));
        Assert.Equal(isSpoken, await IsSpokenAsync(Server(policy, Rsa), version, suites: null));
    }

    [Theory]
    [InlineData("intermediate", false)]
    [InlineData("default", true)]
    public async Task Suites_of_the_old_kind_are_spoken_only_where_the_system_decides(string policy, bool isSpoken)
    {
        var forEc = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384]);
        var forRsa = new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384]);

        Assert.Equal(isSpoken, await IsSpokenAsync(Server(policy, Ec), SslProtocols.Tls12, forEc));
        Assert.Equal(isSpoken, await IsSpokenAsync(Server(policy, Rsa), SslProtocols.Tls12, forRsa));
    }

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

        var suite = await Handshake.RunAsync(Server("intermediate", Ec), client);

        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, suite);
    }

    private static async Task<bool> IsSpokenAsync(
        SslServerAuthenticationOptions server,
        SslProtocols version,
        CipherSuitesPolicy? suites
    )
    {
        try
        {
            await Handshake.RunAsync(server, Client(version, suites));
            return true;
        }
        catch (AuthenticationException)
        {
            return false;
        }
    }

    private static SslServerAuthenticationOptions Server(string name, TestCertificate certificate)
    {
        var policy = TlsPolicy.ByName[name];
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(
                certificate.Leaf,
                [.. certificate.Chain],
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
