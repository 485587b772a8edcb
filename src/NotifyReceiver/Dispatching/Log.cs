using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;

namespace NotifyReceiver.Dispatching;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Id} converted by {Profile} for location {Location}: {Inserts} inserts")]
    public static partial void Converted(
        this ILogger log,
        NotificationId id,
        string profile,
        string location,
        int inserts
    );

    [LoggerMessage(LogLevel.Warning, "{Id} quarantined: {Problem} ({Problems} in all)")]
    public static partial void Quarantined(this ILogger log, NotificationId id, string problem, int problems);

    [LoggerMessage(LogLevel.Error, "{Id} could not be converted because of a fault of this program")]
    public static partial void ConversionFailed(this ILogger log, Exception fault, NotificationId id);

    [LoggerMessage(
        LogLevel.Warning,
        "{Inserts} inserts were being sent when the service stopped; deliveries among them are held"
    )]
    public static partial void Recovered(this ILogger log, int inserts);

    [LoggerMessage(LogLevel.Warning, "{Inserts} inserts of earlier runs {What}")]
    public static partial void LeftByOtherRuns(this ILogger log, long inserts, string what);

    [LoggerMessage(Message = "{Id} attempt {Attempt}: {Outcome}, {Detail}; now {State}")]
    public static partial void AttemptFinished(
        this ILogger log,
        LogLevel level,
        InsertId id,
        int attempt,
        string outcome,
        string detail,
        string state
    );

    [LoggerMessage(
        LogLevel.Error,
        "ATIONET refused the credentials ({Detail}): nothing more is sent until Ationet:UserName and Ationet:Password are mended and the service is restarted"
    )]
    public static partial void DestinationStopped(this ILogger log, string detail);

    [LoggerMessage(LogLevel.Error, "The {Worker} worker failed, {Faults} times in a row now")]
    public static partial void PassFailed(this ILogger log, Exception fault, string worker, int faults);
}
