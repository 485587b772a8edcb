using System.Net;
using NotifyReceiver.Petrosoft.Api;
using NotifyReceiver.Petrosoft.Api.Calls;
using NotifyReceiver.Petrosoft.Api.Tokens;
using NotifyReceiver.Petrosoft.Subscriptions;

namespace NotifyReceiver.Petrosoft;

internal static class PetrosoftServices
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddPetrosoft(this IServiceCollection services, PetrosoftOptions options)
    {
        services
            .AddHttpClient<Exchange>(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("NotifyReceiver/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .RemoveAllLoggers();
        return services
            .AddSingleton(options)
            .AddSingleton<TokenHost>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<DocumentsHost>()
            .AddSingleton<DocumentsApi>()
            .AddSingleton<SubscriptionConfirmation>();
    }

    // A followed redirect would carry the token to a host that nobody configured.
    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = Exchange.ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
}
