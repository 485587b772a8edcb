using NotifyReceiver.Dispatching.Converting;
using NotifyReceiver.Dispatching.Destinations;
using NotifyReceiver.Dispatching.Fetching;
using NotifyReceiver.Dispatching.Sending;
using NotifyReceiver.Inserts;
using NotifyReceiver.Inserts.Turns;
using NotifyReceiver.Inserts.Verifying;

namespace NotifyReceiver.Dispatching;

internal static class DispatchingServices
{
    /// <param name="reread">Reads ATIONET's settings anew, where its credentials were refused.</param>
    public static IServiceCollection AddDispatching(this IServiceCollection services, RereadSettings reread) =>
        services
            .AddSingleton<WorkLoop>()
            .AddSingleton(new Chance(Random.Shared))
            .AddSingleton<Conversion>()
            .AddSingleton(reread)
            .AddSingleton<StopStore>()
            .AddSingleton<AllDestinations>()
            .AddSingleton<InsertQueries>()
            .AddSingleton<WaitingTerminals>()
            .AddSingleton<Claiming>()
            .AddSingleton<Recording>()
            .AddSingleton<Settling>()
            .AddSingleton<RequestSending>()
            .AddSingleton<DeliveryLookup>()
            .AddSingleton<TerminalTurn>()
            .AddHostedService<ConversionWorker>()
            .AddHostedService<FetchingWorker>()
            .AddHostedService<CatchUpWorker>()
            .AddHostedService<SendingWorker>();
}
