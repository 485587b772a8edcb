using System.Net;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;

namespace NotifyReceiver.Receiving;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Id} stored: {Arrival}, {Bytes} bytes, {Credential}")]
    public static partial void NotificationStored(
        this ILogger log,
        NotificationId id,
        Arrival arrival,
        int bytes,
        string credential
    );

    [LoggerMessage(LogLevel.Warning, "A call from {Address} was refused: {Status} {Problem}")]
    public static partial void CallRefused(this ILogger log, IPAddress? address, int status, string problem);

    [LoggerMessage(LogLevel.Error, "A call could not be stored; its sender was told to send it again")]
    public static partial void NotStored(this ILogger log, Exception failure);
}
