using System.Net;
using System.Net.Security;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

/// <summary>The webhook's door as its settings make it: certificates of callers, and what browsers are told.</summary>
public sealed class DoorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _callers = TestAuthority.Create(TimeProvider.System, name: "Callers");
    private readonly LeafShape _client = LeafShape.Usual with { Purposes = [LeafShape.ClientAuth] };

    [Theory]
    [InlineData("none", "none", true)]
    [InlineData("optional", "none", true)]
    [InlineData("optional", "ours", true)]
    [InlineData("optional", "another's", false)]
    [InlineData("required", "none", false)]
    [InlineData("required", "ours", true)]
    [InlineData("required", "another's", false)]
    public async Task Callers_come_in_as_it_is_set(string setting, string shown, bool isLetIn)
    {
        KeyValuePair<string, string?>[] settings =
        [
            Setting.Of("Tls:ClientCertificates", setting),
            .. setting == "none"
                ? Array.Empty<KeyValuePair<string, string?>>()
                : [Setting.Of("Tls:ClientCertificateAuthorities", _directory.Write("callers.pem", _callers.RootPem))],
        ];
        await using var receiver = await RunningReceiver.StartAsync(_directory, settings);
        using var client = ClientWith(shown);

        var call = client.GetAsync(receiver.Webhook);

        if (isLetIn)
        {
            using var answer = await call;
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
        else
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => call);
        }
    }

    [Theory]
    [InlineData("365", "max-age=31536000")]
    [InlineData("0", null)]
    public async Task Browsers_are_told_to_come_by_HTTPS_alone(string days, string? header)
    {
        await using var receiver = await RunningReceiver.StartAsync(_directory, Setting.Of("Tls:HstsDays", days));

        using var answer = await receiver.Anonymous.PostAsync(receiver.Webhook, content: null);
        using var admin = await receiver.Anonymous.GetAsync(new Uri(receiver.Admin, "/health/live"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            header,
            answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : null
        );
        Assert.False(admin.Headers.Contains("Strict-Transport-Security"));
    }

    public void Dispose() => _directory.Dispose();

    private HttpClient ClientWith(string shown)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        if (shown != "none")
        {
            var authority = shown == "ours" ? _callers : TestAuthority.Create(TimeProvider.System, name: "Others");
            var issued = authority.Issue(["caller.example"], TestKey.P256, shape: _client);
            handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(
                issued.Leaf,
                [.. issued.Chain],
                offline: true
            );
        }
        return new HttpClient(handler);
    }
}
