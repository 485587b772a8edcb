using NotifyReceiver.Notifications.Arriving;
using NotifyReceiver.Notifications.Shapes;

namespace NotifyReceiver.Notifications;

internal static class NotificationServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services, NotificationOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<ShapeReader>()
            .AddSingleton<CallInbox>()
            .AddSingleton<NotificationStore>()
            .AddSingleton<NotificationQueries>();
}
