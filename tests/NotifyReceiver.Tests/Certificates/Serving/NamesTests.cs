using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Serving;

/// <summary>Several certificates at one door: each caller is shown the one that it asks for.</summary>
public sealed class NamesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);
    private RunningReceiver _receiver = null!;

    public async Task InitializeAsync()
    {
        Put("tls", _authority.Issue("main.example"));
        Put("shop/tls", _authority.Issue(["shop.example", "www.shop.example"], TestKey.Rsa2048));
        Put("wild", _authority.Issue("*.wild.example"));
        Put("exact", _authority.Issue("one.wild.example"));
        Put("address", _authority.Issue("127.0.0.1"));
        _receiver = await RunningReceiver.StartAsync(_directory);
    }

    [Theory]
    [InlineData("main.example", "tls")]
    [InlineData("MAIN.example", "tls")]
    [InlineData("shop.example", "shop/tls")]
    [InlineData("www.shop.example", "shop/tls")]
    [InlineData("any.wild.example", "wild")]
    [InlineData("one.wild.example", "exact")]
    public async Task Who_asks_for_a_name_is_shown_its_certificate(string name, string drop)
    {
        var shown = await TlsClient.ShownAsync(_receiver.Webhook, name, _authority.Root);

        Assert.Equal(Sha256Of(drop), shown.Sha256);
    }

    [Theory]
    [InlineData("unknown.example")]
    [InlineData("two.levels.wild.example")]
    [InlineData("wild.example")]
    [InlineData("")]
    public async Task Anybody_else_is_shown_the_default(string name)
    {
        var shown = await TlsClient.ShownAsync(_receiver.Webhook, name, root: null);

        Assert.Equal(Sha256Of("tls"), shown.Sha256);
    }

    [Fact]
    public async Task The_default_is_that_of_the_first_name_that_callers_use()
    {
        await _receiver.DisposeAsync();
        _receiver = await RunningReceiver.StartAsync(_directory, Setting.Of("Certificates:Names", "shop.example"));

        var shown = await TlsClient.ShownAsync(_receiver.Webhook, "", root: null);

        Assert.Equal(Sha256Of("shop/tls"), shown.Sha256);
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    private void Put(string drop, TestCertificate certificate)
    {
        _directory.Write($"certs/manual/{drop}.crt", certificate.FullChainPem);
        _directory.Write($"certs/manual/{drop}.key", certificate.KeyPem);
    }

    private string Sha256Of(string drop)
    {
        using var leaf = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(
            File.ReadAllText(_directory.File($"certs/manual/{drop}.crt"))
        );
        return leaf.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant();
    }
}
