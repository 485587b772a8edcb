using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Petrosoft;
using NotifyReceiver.Petrosoft.Api.Calls;
using NotifyReceiver.Petrosoft.Subscriptions;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Petrosoft.Subscriptions;

/// <summary>A TLS host on this machine to which every connection of the product's client is led, whatever host it names.</summary>
internal sealed class SnsHost : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly WebApplication _app;
    private readonly ServiceProvider _services;

    private SnsHost(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate()))
            );
        _app = builder.Build();
        _app.Run(context =>
        {
            _requests.Enqueue($"{context.Request.Method} {context.Request.GetEncodedUrl()}");
            return answer(context);
        });
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging()
            .AddPetrosoft(new PetrosoftOptions(new Uri("https://a.example"), new Uri("https://b.example"), null, null))
            .AddHttpClient(nameof(Exchange))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => LeadHere((SocketsHttpHandler)handler))
            .Services.BuildServiceProvider();
    }

    public ManualClock Clock { get; } = new();

    public IReadOnlyList<string> Requests => [.. _requests];

    public SubscriptionConfirmation Confirmation => _services.GetRequiredService<SubscriptionConfirmation>();

    public static async Task<SnsHost> StartAsync(RequestDelegate answer)
    {
        var host = new SnsHost(answer);
        await host._app.StartAsync();
        return host;
    }

    public static Task<SnsHost> StartAsync(int status, string body = "") =>
        StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _app.DisposeAsync();
    }

    private void LeadHere(SocketsHttpHandler handler)
    {
        handler.UseProxy = false;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        handler.ConnectCallback = async (_, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, new Uri(_app.Urls.Single()).Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        };
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=sns", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
