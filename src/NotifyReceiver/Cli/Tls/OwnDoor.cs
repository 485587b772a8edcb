using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Tls;

namespace NotifyReceiver.Cli.Tls;

/// <summary>A door like the webhook's, on loopback, with nothing behind it.</summary>
internal sealed class OwnDoor : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OwnDoor(WebApplication app) => _app = app;

    public IPEndPoint Address
    {
        get
        {
            var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
            return IPEndPoint.Parse(new Uri(addresses.Addresses.Single()).Authority);
        }
    }

    public static async Task<OwnDoor> OpenAsync(IReadOnlyList<string> settings, TlsOptions tls, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCertificates(Workspace.Read(settings, CertificateOptions.Read), tls);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port: 0, kestrel.ApplicationServices.GetRequiredService<TlsDoor>().Open)
        );
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        await app.Services.GetRequiredService<ServedCertificates>().LookAsync(Look.WithoutTrace, stop);
        await app.StartAsync(stop);
        return new OwnDoor(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
