using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates.Acme.Orders;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>While a CA validates by tls-alpn-01, it alone is shown the certificate for that.</summary>
public sealed class ValidatorTests : IAsyncLifetime, IDisposable
{
    private const string Host = "a.example";

    private static readonly SslApplicationProtocol Validation = new("acme-tls/1");

    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);
    private readonly TestCertificate _real;
    private readonly X509Certificate2 _answer = TlsAlpn01.CreateCertificate(
        new Identifier(IdentifierType.Dns, Host),
        "token.thumbprint",
        TimeProvider.System.GetUtcNow()
    );
    private RunningReceiver _receiver = null!;

    public ValidatorTests() => _real = _authority.Issue(Host);

    private string AnswerSha256 => _answer.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant();

    public async Task InitializeAsync()
    {
        _directory.Write("certs/manual/tls.crt", _real.FullChainPem);
        _directory.Write("certs/manual/tls.key", _real.KeyPem);
        _receiver = await RunningReceiver.StartAsync(_directory);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task A_validator_is_shown_the_answer_as_often_as_it_asks(SslProtocols protocols)
    {
        using var open = Open();

        for (var time = 0; time < 3; time++)
        {
            var shown = await TlsClient.ShownAsync(_receiver.Webhook, Host, root: null, protocols, Validation);

            Assert.Equal(AnswerSha256, shown.Sha256);
            Assert.Equal("acme-tls/1", shown.Protocol);
        }
    }

    [Fact]
    public async Task Anybody_else_is_shown_the_real_one()
    {
        using var open = Open();

        var ordinary = await TlsClient.ShownAsync(_receiver.Webhook, Host, _authority.Root);
        var withHttp = await TlsClient.ShownAsync(
            _receiver.Webhook,
            Host,
            _authority.Root,
            SslProtocols.None,
            SslApplicationProtocol.Http11,
            Validation
        );

        Assert.Equal(_real.Sha256, ordinary.Sha256);
        Assert.Equal(_real.Sha256, withHttp.Sha256);
        Assert.Equal("http/1.1", withHttp.Protocol);
    }

    [Fact]
    public async Task A_validator_for_whom_nothing_waits_comes_to_no_agreement()
    {
        using var open = Open();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            TlsClient.ShownAsync(_receiver.Webhook, "b.example", root: null, SslProtocols.None, Validation)
        );
    }

    [Fact]
    public async Task When_it_is_over_nothing_is_left()
    {
        Open().Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            TlsClient.ShownAsync(_receiver.Webhook, Host, root: null, SslProtocols.None, Validation)
        );
        Assert.Empty(
            Directory.EnumerateFiles(_directory.File("certs/acme/challenges"), "*", SearchOption.AllDirectories)
        );
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose()
    {
        _answer.Dispose();
        _directory.Dispose();
    }

    private IDisposable Open() => _receiver.Services.GetRequiredService<ChallengeAnswers>().Put(Host, _answer);
}
