using System.Net;
using NotifyReceiver.Notifications;
using NotifyReceiver.Notifications.Arriving;

namespace NotifyReceiver.Receiving;

internal static partial class Log
{
    // For each of very many; that it was converted is told in any case.
    [LoggerMessage(LogLevel.Debug, "{Id} stored: {Arrival}, {Bytes} bytes, {Credential}")]
    public static partial void NotificationStored(
        this ILogger log,
        NotificationId id,
        Arrival arrival,
        int bytes,
        string credential
    );

    [LoggerMessage(LogLevel.Warning, "A call from {Address} was refused: {Status} {Problem}")]
    public static partial void CallRefused(this ILogger log, IPAddress? address, int status, string problem);

    [LoggerMessage(LogLevel.Warning, "{Count} calls were turned away, to be sent again: {Problem}")]
    public static partial void TurnedAway(this ILogger log, long count, string problem);

    [LoggerMessage(LogLevel.Error, "A call met a fault of this program; its sender was told to send it again")]
    public static partial void ReceptionFailed(this ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Error, "A call could not be stored; its sender was told to send it again")]
    public static partial void NotStored(this ILogger log, Exception failure);
}
