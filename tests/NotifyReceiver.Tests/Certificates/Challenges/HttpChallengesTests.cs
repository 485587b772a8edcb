using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Challenges;

public sealed class HttpChallengesTests : IAsyncLifetime
{
    private const string Root = "/.well-known/acme-challenge/";

    private readonly TemporaryDirectory _directory = new();
    private readonly ChallengeAnswers _answers;
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication _app = null!;

    public HttpChallengesTests() =>
        _answers = new ChallengeAnswers(CertificateOptions.In(_directory.Path), TimeProvider.System);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(_answers);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseHttpChallenges(_ => true);
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_token_is_answered_in_plain_text()
    {
        using var waiting = _answers.Put("token-1", "token-1.print");

        var answer = await _client.GetAsync(Root + "token-1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("token-1.print", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("token-2")]
    [InlineData("")]
    [InlineData("..%2f..%2faccount.key")]
    [InlineData("token-1/x")]
    public async Task Another_token_is_not_there(string token)
    {
        using var waiting = _answers.Put("token-1", "token-1.print");

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(Root + token)).StatusCode);
    }

    [Theory]
    [InlineData("/", "https://receiver.example/")]
    [InlineData("/a/b%20c?d=%2F&e", "https://receiver.example/a/b%20c?d=%2F&e")]
    public async Task All_else_is_sent_to_https_as_it_came(string path, string location)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { Host = "receiver.example:80" },
        };

        var answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_caller_who_names_no_host_is_told_of_none()
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
        var stream = socket.GetStream();

        await stream.WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray());

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 404", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }
}
