using NotifyReceiver.Inserts;
using NotifyReceiver.Notifications;
using NotifyReceiver.Petrosoft.CatchingUp;

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

    [LoggerMessage(LogLevel.Warning, "{Id}: {Note}")]
    public static partial void ConvertedWithNote(this ILogger log, NotificationId id, string note);

    [LoggerMessage(LogLevel.Warning, "{Id} quarantined: {Problem} ({Problems} in all)")]
    public static partial void Quarantined(this ILogger log, NotificationId id, string problem, int problems);

    [LoggerMessage(LogLevel.Information, "{Id} is a notification ({Shape}) that names {Documents} documents to fetch")]
    public static partial void Fetching(this ILogger log, NotificationId id, string shape, int documents);

    [LoggerMessage(LogLevel.Information, "{Id} asks to confirm the subscription of {Topic}")]
    public static partial void Confirming(this ILogger log, NotificationId id, string topic);

    [LoggerMessage(LogLevel.Information, "{Id} noted: {Note}")]
    public static partial void Noted(this ILogger log, NotificationId id, string note);

    [LoggerMessage(LogLevel.Information, "{Id}: {Path} fetched, {Documents} documents")]
    public static partial void Fetched(this ILogger log, NotificationId id, string path, int documents);

    [LoggerMessage(LogLevel.Information, "{Id}: the subscription is confirmed")]
    public static partial void Confirmed(this ILogger log, NotificationId id);

    [LoggerMessage(LogLevel.Warning, "{Id}: {Path} is not fetched: {Reason}")]
    public static partial void NotFetched(this ILogger log, NotificationId id, string path, string reason);

    [LoggerMessage(LogLevel.Error, "{Id}: {Path} could not be fetched because of a fault of this program")]
    public static partial void FetchFaulted(this ILogger log, Exception fault, NotificationId id, string path);

    [LoggerMessage(LogLevel.Information, "Catching up: {Progress}")]
    public static partial void CatchingUp(this ILogger log, CatchUpProgress progress);

    [LoggerMessage(LogLevel.Information, "Caught up: {Progress}")]
    public static partial void CaughtUp(this ILogger log, CatchUpProgress progress);

    [LoggerMessage(LogLevel.Warning, "Catch-up is to be repeated: {Progress}: {Failure}")]
    public static partial void CatchUpFailed(this ILogger log, CatchUpProgress progress, string failure);

    [LoggerMessage(LogLevel.Error, "{Id} could not be converted because of a fault of this program")]
    public static partial void ConversionFailed(this ILogger log, Exception fault, NotificationId id);

    [LoggerMessage(
        LogLevel.Warning,
        "{Inserts} inserts of terminal {Terminal} were being sent when their sender stopped; deliveries among them are looked up first"
    )]
    public static partial void Recovered(this ILogger log, int inserts, string terminal);

    [LoggerMessage(LogLevel.Warning, "{Inserts} inserts of earlier runs {What}")]
    public static partial void LeftByOtherRuns(this ILogger log, long inserts, string what);

    [LoggerMessage(Message = "{Id}: {Outcome}, {Detail}; now {State}")]
    public static partial void AttemptFinished(
        this ILogger log,
        LogLevel level,
        InsertId id,
        string outcome,
        string detail,
        string state
    );

    [LoggerMessage(Message = "{Id} looked up: {Found}; now {State}")]
    public static partial void LookedUp(this ILogger log, LogLevel level, InsertId id, string found, string state);

    [LoggerMessage(
        LogLevel.Error,
        "The outcome of a request of terminal {Terminal}, {Outcome}, could not be written down"
    )]
    public static partial void NotRecorded(this ILogger log, Exception fault, string terminal, string outcome);

    [LoggerMessage(
        LogLevel.Warning,
        "A request of terminal {Terminal} was taken for lost before its outcome came: {Outcome}, {Detail}"
    )]
    public static partial void RecordedLate(this ILogger log, string terminal, string outcome, string detail);

    [LoggerMessage(LogLevel.Error, "The turn of terminal {Terminal} failed")]
    public static partial void TurnFailed(this ILogger log, Exception fault, string terminal);

    [LoggerMessage(LogLevel.Error, "The {Worker} worker failed, {Faults} times in a row now")]
    public static partial void PassFailed(this ILogger log, Exception fault, string worker, int faults);
}
