namespace NotifyReceiver.Notifications.Arriving.Seen;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Warning,
        "What was seen could not be filed; it is tried again, and found until then all the same"
    )]
    public static partial void NotFiled(this ILogger log, Exception fault);
}
