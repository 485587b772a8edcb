using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NotifyReceiver.Simulators.Loopback;

/// <summary>Kestrel on 127.0.0.1 with nothing of the surroundings in it: no settings file, environment or log.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebApplication _app;

    private LoopbackServer(int port, Func<HttpContext, CancellationToken, Task> handle)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(context => handle(context, _stopping.Token));
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<LoopbackServer> StartAsync(int port, Func<HttpContext, CancellationToken, Task> handle)
    {
        var server = new LoopbackServer(port, handle);
        try
        {
            await server._app.StartAsync();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    /// <summary>Ends the requests that are held, then stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _stopping.Dispose();
    }
}
