using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Challenges;

namespace NotifyReceiver.Tests.Certificates.Issuing.Support;

/// <summary>The two doors through which a CA looks for our answers, as real listeners.</summary>
internal sealed class ValidatorDoors : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ValidatorDoors(WebApplication app)
    {
        _app = app;
        var ports = app.Urls.Select(url => new Uri(url).Port).ToList();
        (HttpPort, TlsPort) = (ports[0], ports[1]);
    }

    public int HttpPort { get; }

    public int TlsPort { get; }

    public static async Task<ValidatorDoors> OpenAsync(ChallengeAnswers answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(answers);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Tls(answers)));
        });
        var app = builder.Build();
        app.UseHttpChallenges(_ => true);
        await app.StartAsync();
        return new ValidatorDoors(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static HttpsConnectionAdapterOptions Tls(ChallengeAnswers answers) =>
        new()
        {
            ServerCertificateSelector = (_, name) => name is null ? null : answers.ForServerName(name),
            OnAuthenticate = (_, handshake) =>
                handshake.ApplicationProtocols = [new SslApplicationProtocol(TlsAlpn01.Protocol)],
        };
}
