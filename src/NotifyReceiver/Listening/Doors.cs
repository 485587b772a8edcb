using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Listening;

/// <summary>Opens the two doors, and keeps each endpoint behind its own.</summary>
internal static class Doors
{
    private const int MostWebhookConnections = 2000;
    private const int MostAdminConnections = 200;
    private const int MostReadAheadBytes = 128 * 1024;

    public static void Open(
        KestrelServerOptions kestrel,
        IEnumerable<ListenAddress> webhook,
        X509Certificate2 certificate,
        IEnumerable<ListenAddress> admin
    )
    {
        kestrel.AddServerHeader = false;
        // The endpoint bounds the body by its own setting, and says so in words.
        kestrel.Limits.MaxRequestBodySize = null;
        // What is read ahead of the endpoint is memory of a call that nobody has let in yet.
        kestrel.Limits.MaxRequestBufferSize = MostReadAheadBytes;
        kestrel.Limits.Http2.InitialStreamWindowSize = MostReadAheadBytes;
        kestrel.Limits.Http2.InitialConnectionWindowSize = MostReadAheadBytes * 2;
        foreach (var address in webhook)
        {
            kestrel.Listen(
                address.Address,
                address.Port,
                listen =>
                {
                    listen.UseConnectionLimit(MostWebhookConnections);
                    listen.UseHttps(Tls(certificate));
                    Mark(listen, Listener.Webhook);
                }
            );
        }
        foreach (var address in admin)
        {
            kestrel.Listen(
                address.Address,
                address.Port,
                listen =>
                {
                    listen.UseConnectionLimit(MostAdminConnections);
                    Mark(listen, Listener.Admin);
                }
            );
        }
    }

    /// <summary>Answers 404 to what comes through the wrong door, before anything else looks at it.</summary>
    /// <param name="webhookRoot">What is for the webhook; everything else is for the operator.</param>
    public static void UseDoors(this IApplicationBuilder app, PathString webhookRoot) =>
        app.Use(
            (context, next) =>
            {
                var came = context.Features.Get<IConnectionItemsFeature>()?.Items[typeof(Listener)];
                var wanted = context.Request.Path.StartsWithSegments(webhookRoot, StringComparison.Ordinal)
                    ? Listener.Webhook
                    : Listener.Admin;
                if (came is Listener door && door == wanted)
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    private static HttpsConnectionAdapterOptions Tls(X509Certificate2 certificate) =>
        new()
        {
            ServerCertificate = certificate,
#pragma warning disable CA5398 // The two versions are a promise of ours, not what the system happens to allow.
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
#pragma warning restore CA5398
        };

    private static void Mark(ListenOptions listen, Listener listener) =>
        listen.Use(next =>
            connection =>
            {
                connection.Items[typeof(Listener)] = listener;
                return next(connection);
            }
        );
}
