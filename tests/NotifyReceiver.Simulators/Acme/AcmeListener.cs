using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NotifyReceiver.Simulators.Loopback;

namespace NotifyReceiver.Simulators.Acme;

/// <summary>Kestrel on https://127.0.0.1, with a certificate of its own that is good whatever the year; or with one that has run out.</summary>
internal sealed class AcmeListener : IAsyncDisposable
{
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Long = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Short = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;

    private AcmeListener(int port, X509Certificate2 certificate, Func<HttpContext, CancellationToken, Task> handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(
                    IPAddress.Loopback,
                    port,
                    listen =>
                    {
                        listen.Protocols = HttpProtocols.Http1;
                        listen.UseHttps(certificate);
                    }
                );
            });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(context => handle(context, _stopping.Token));
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<AcmeListener> StartAsync(
        int port,
        X509Certificate2 certificate,
        Func<HttpContext, CancellationToken, Task> handle
    )
    {
        var listener = new AcmeListener(port, certificate, handle);
        try
        {
            await listener._app.StartAsync();
        }
        catch
        {
            await listener.DisposeAsync();
            throw;
        }
        return listener;
    }

    /// <summary>The certificate to listen with; trust it to speak with the CA.</summary>
    public static X509Certificate2 NewCertificate(bool hasRunOut)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Simulated CA's host", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(From, hasRunOut ? Short : Long);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
