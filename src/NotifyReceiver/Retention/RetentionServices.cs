namespace NotifyReceiver.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services, RetentionOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<Pruning>()
            .AddSingleton<RetentionState>()
            .AddHostedService<RetentionWorker>();
}
