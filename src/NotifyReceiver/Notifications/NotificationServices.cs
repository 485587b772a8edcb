using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Notifications.Arriving.Seen;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Notifications;

internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, NotificationOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<ShapeReader>()
            .AddSingleton<CallInbox>()
            .AddSingleton<Filing>()
            .AddHostedService<FilingWorker>()
            .AddSingleton<NotificationStore>()
            .AddSingleton<NotificationQueries>();
}
