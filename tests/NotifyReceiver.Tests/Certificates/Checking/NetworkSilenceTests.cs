using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NotifyReceiver.Certificates.Checking;
using NotifyReceiver.Certificates.Checking.Reading;
using NotifyReceiver.Tests.Certificates.Support;

namespace NotifyReceiver.Tests.Certificates.Checking;

/// <summary>Certificates name addresses to ask for issuers and revocation. Nobody asks: a host that hangs would stop every handshake.</summary>
public sealed class NetworkSilenceTests : IDisposable
{
    private const string Host = "hook.example";
    private const int Handshakes = 50;

    private readonly TcpListener _asked = new(IPAddress.Loopback, 0);
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);

    public NetworkSilenceTests()
    {
        _asked.Start();
        _server.Start();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_checking_and_handshakes_ask_nobody(bool isChainWhole)
    {
        var certificate = Issue();
        var pem = isChainWhole ? certificate.FullChainPem : certificate.LeafPem;

        var (candidate, _) = CandidateReading.Pem(Bytes(pem), Bytes(certificate.KeyPem), password: null);
        var (pfx, _) = CandidateReading.Pkcs12(certificate.Pfx("pw"), "pw");
        var result = await CheckAsync(candidate!);
        _ = await CheckAsync(pfx!);
        for (var number = 0; number < Handshakes; number++)
        {
            await ShakeHandsAsync(result.Certificate!.Context);
        }

        Assert.Equal(isChainWhole ? 2 : 1, result.Certificate!.ChainSent);
        Assert.False(_asked.Pending());
    }

    [Fact]
    public void The_listener_would_have_been_asked()
    {
        using var chain = new X509Chain { ChainPolicy = { UrlRetrievalTimeout = TimeSpan.FromMilliseconds(200) } };

        _ = chain.Build(X509CertificateLoader.LoadCertificate(Issue().Leaf.RawData));

        Assert.True(_asked.Pending());
    }

    public void Dispose()
    {
        _asked.Dispose();
        _server.Dispose();
    }

    private TestCertificate Issue()
    {
        var address = new Uri($"http://{_asked.LocalEndpoint}/");
        return _authority.Issue(
            [Host],
            TestKey.P256,
            shape: LeafShape.Usual with
            {
                IssuerAddress = new Uri(address, "issuer.crt"),
                OcspAddress = new Uri(address, "ocsp"),
                CrlAddress = new Uri(address, "list.crl"),
            }
        );
    }

    private static Task<CheckResult> CheckAsync(Candidate candidate) =>
        CertificateCheck.RunAsync(
            candidate,
            new CheckTerms([Host], AreNamesRequired: true, DateTimeOffset.UtcNow),
            CancellationToken.None
        );

    private async Task ShakeHandsAsync(SslStreamCertificateContext context)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync((IPEndPoint)_server.LocalEndpoint);
        using var called = await _server.AcceptTcpClientAsync();
        await using var server = new SslStream(called.GetStream());
        await using var client = new SslStream(caller.GetStream());

        await Task.WhenAll(
            server.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = context }),
            client.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = Host,
                    AllowTlsResume = false,
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        DisableCertificateDownloads = true,
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
                }
            )
        );
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
