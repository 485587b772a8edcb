namespace NotifyReceiver.Ationet;

internal static class AtionetServices
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddAtionet(this IServiceCollection services, AtionetOptions options)
    {
        services.AddSingleton(options);
        if (options.IsDryRun)
        {
            return services.AddSingleton<IAtionet, DryRun>();
        }
        services
            .AddHttpClient<IAtionet, AtionetHost>(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("NotifyReceiver/1.0");
            })
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            .RemoveAllLoggers();
        return services;
    }

    // A followed redirect turns the POST into a GET and a refusal into a false success.
    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
}
