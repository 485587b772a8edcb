namespace NotifyReceiver.Dispatching;

internal static class DispatchingServices
{
    public static IServiceCollection AddDispatching(this IServiceCollection services) =>
        services
            .AddSingleton<WorkLoop>()
            .AddSingleton<DestinationState>()
            .AddHostedService<ConversionWorker>()
            .AddHostedService<SendingWorker>();
}
