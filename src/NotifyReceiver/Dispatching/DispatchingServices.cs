using NotifyReceiver.Dispatching.Converting;
using NotifyReceiver.Dispatching.Fetching;
using NotifyReceiver.Dispatching.Sending;

namespace NotifyReceiver.Dispatching;

internal static class DispatchingServices
{
    public static IServiceCollection AddDispatching(this IServiceCollection services) =>
        services
            .AddSingleton<WorkLoop>()
            .AddSingleton<DestinationState>()
            .AddSingleton<Conversion>()
            .AddHostedService<ConversionWorker>()
            .AddHostedService<FetchingWorker>()
            .AddHostedService<CatchUpWorker>()
            .AddHostedService<SendingWorker>();
}
