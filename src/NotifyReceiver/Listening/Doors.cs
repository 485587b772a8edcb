using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NotifyReceiver.Settings;

namespace NotifyReceiver.Listening;

/// <summary>Opens the doors, and keeps each endpoint behind its own.</summary>
internal static class Doors
{
    private const int MostWebhookConnections = 2000;
    private const int MostOtherConnections = 200;
    private const int MostReadAheadBytes = 128 * 1024;

    public static void Open(
        KestrelServerOptions kestrel,
        IEnumerable<ListenAddress> webhook,
        Action<ListenOptions> speakTls,
        IEnumerable<ListenAddress> challenges,
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
        Open(kestrel, webhook, Listener.Webhook, MostWebhookConnections, speakTls);
        Open(kestrel, challenges, Listener.Challenges, MostOtherConnections);
        Open(kestrel, admin, Listener.Admin, MostOtherConnections);
    }

    private static void Open(
        KestrelServerOptions kestrel,
        IEnumerable<ListenAddress> addresses,
        Listener listener,
        int mostConnections,
        Action<ListenOptions>? speakTls = null
    )
    {
        foreach (var address in addresses)
        {
            kestrel.Listen(
                address.Address,
                address.Port,
                listen =>
                {
                    listen.UseConnectionLimit(mostConnections);
                    speakTls?.Invoke(listen);
                    Mark(listen, listener);
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
                var wanted = context.Request.Path.StartsWithSegments(webhookRoot, StringComparison.Ordinal)
                    ? Listener.Webhook
                    : Listener.Admin;
                if (ListenerOf(context) == wanted)
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

    /// <summary>Which door a request came through.</summary>
    public static Listener? ListenerOf(HttpContext context) =>
        context.Features.Get<IConnectionItemsFeature>()?.Items[typeof(Listener)] as Listener?;

    private static void Mark(ListenOptions listen, Listener listener) =>
        listen.Use(next =>
            connection =>
            {
                connection.Items[typeof(Listener)] = listener;
                return next(connection);
            }
        );
}
