using System.Net;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Ationet;
using NotifyReceiver.Ationet.Calls;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Ationet.Calls;

/// <summary>What is between here and the host: certificates and proxies. What never left may be sent again without a look.</summary>
public sealed class ConnectionTests : IDisposable
{
    private const string Body = """{"ActionCode":"701"}""";

    private static readonly byte[] Accepted = RawHost.Json("200 OK", """{"ResponseCode":"00000"}""");

    private readonly SocketsHttpHandler _handler = AtionetHttp.CreateHandler();
    private readonly HttpClient _client;

    public ConnectionTests()
    {
        _client = AtionetHttp.CreateClient(_handler);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [Fact]
    public async Task A_certificate_that_is_trusted_and_of_that_name_will_do()
    {
        using var certificate = TestCertificate.For("localhost");
        await using var host = new RawHost(Accepted, certificate);
        Trust(certificate);

        var attempt = await SendAsync($"https://localhost:{host.Port}");

        Assert.IsType<Outcome.Accepted>(attempt.Outcome);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_host_whose_certificate_is_not_trusted()
    {
        using var certificate = TestCertificate.For("localhost");
        await using var host = new RawHost(Accepted, certificate);

        var attempt = await SendAsync($"https://localhost:{host.Port}");

        AssertNotSent(attempt, "no TLS connection: The remote certificate is invalid", "UntrustedRoot");
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_host_whose_certificate_has_another_name()
    {
        using var certificate = TestCertificate.For("native.example.com");
        await using var host = new RawHost(Accepted, certificate);
        Trust(certificate);

        var attempt = await SendAsync($"https://localhost:{host.Port}");

        AssertNotSent(attempt, "no TLS connection: The remote certificate is invalid", "RemoteCertificateNameMismatch");
        Assert.Empty(host.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_host_that_speaks_no_TLS()
    {
        // It waits for the end of a request's head, which a handshake never has.
        await using var host = new RawHost(Accepted);

        var clock = new ManualClock();

        var sending = SendAsync($"https://localhost:{host.Port}", clock);
        await host.Called;
        clock.Advance(TestDestination.Timeout);

        AssertNotSent(await sending, "no connection within 20 s");
    }

    [Fact]
    public async Task Nothing_is_sent_by_a_proxy_that_lets_nobody_through()
    {
        await using var proxy = new RawHost(RawHost.Json("407 Proxy Authentication Required", ""));
        _handler.Proxy = new WebProxy(proxy.BaseUrl);

        var attempt = await SendAsync("https://native.example.com");

        AssertNotSent(attempt, "no way through the proxy: ", "407");
        Assert.StartsWith("CONNECT native.example.com:443 ", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_by_a_proxy_that_is_down()
    {
        var proxy = new RawHost(Accepted);
        var address = proxy.BaseUrl;
        await proxy.DisposeAsync();
        _handler.Proxy = new WebProxy(address);

        AssertNotSent(await SendAsync("https://native.example.com"), new Uri(address).Authority);
    }

    [Fact]
    public async Task A_proxy_that_asks_who_we_are_gets_the_body_once()
    {
        await using var proxy = new RawHost(
            RawHost.Json("407 Proxy Authentication Required", "", "Proxy-Authenticate: Basic realm=\"x\"\r\n")
        );
        _handler.Proxy = new WebProxy(proxy.BaseUrl) { Credentials = new NetworkCredential("me", "mine") };

        var attempt = await SendAsync("http://localhost:9");

        Assert.IsType<Outcome.Unknown>(attempt.Outcome);
        Assert.Contains("second time", attempt.Outcome.Detail, StringComparison.Ordinal);
        Assert.Single(proxy.Requests);
    }

    private void Trust(X509Certificate2 certificate) =>
        _handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { certificate },
            RevocationMode = X509RevocationMode.NoCheck,
        };

    private Task<Attempt> SendAsync(string baseUrl, TimeProvider? clock = null) =>
        new AtionetHost(
            _client,
            TestDestination.At(baseUrl),
            TestDestination.Timeout,
            clock ?? TimeProvider.System
        ).SendAsync(Body);

    private static void AssertNotSent(Attempt attempt, params IEnumerable<string> told)
    {
        var unreachable = Assert.IsType<Outcome.Unreachable>(attempt.Outcome);
        Assert.StartsWith("not sent: ", unreachable.Detail, StringComparison.Ordinal);
        Assert.All(told, text => Assert.Contains(text, unreachable.Detail, StringComparison.Ordinal));
        Assert.Null(attempt.Status);
    }
}
