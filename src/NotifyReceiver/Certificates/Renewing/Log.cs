using NotifyReceiver.Certificates.Issuing;

namespace NotifyReceiver.Certificates.Renewing;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Information,
        "New certificate for {Names} from {Ca}, valid until {NotAfter:yyyy-MM-dd HH:mm:ss'Z'}"
    )]
    public static partial void Renewed(this ILogger log, string names, string ca, DateTimeOffset notAfter);

    [LoggerMessage(LogLevel.Information, "The rehearsal for {Names} at {Ca} went well; asking the real CA now")]
    public static partial void Rehearsed(this ILogger log, string names, string ca);

    [LoggerMessage(
        LogLevel.Warning,
        "The rehearsal for {Names} says nothing, because the staging CA has trouble of its own; asking the real CA now: {Reason}"
    )]
    public static partial void RehearsalSaysNothing(this ILogger log, string names, string reason);

    [LoggerMessage(LogLevel.Information, "Somebody else has renewed the certificate for {Names}: {Generation}")]
    public static partial void AlreadyRenewed(this ILogger log, string names, string generation);

    [LoggerMessage(
        LogLevel.Warning,
        "No new certificate for {Names} from {Ca} ({Kind}, {Failures} times in a row now), again at {Next:yyyy-MM-dd HH:mm:ss'Z'}: {Reason}"
    )]
    public static partial void NotRenewed(
        this ILogger log,
        string names,
        string ca,
        FailureKind kind,
        int failures,
        DateTimeOffset next,
        string reason
    );

    [LoggerMessage(
        LogLevel.Error,
        "No new certificate for {Names} until a person has done what {Ca} asks for (see {Link}); then run 'notify-receiver acme renew': {Reason}"
    )]
    public static partial void PersonNeeded(this ILogger log, string names, string ca, Uri? link, string reason);

    [LoggerMessage(
        LogLevel.Information,
        "{Ca} suggests to renew the certificate for {Names} at {At:yyyy-MM-dd HH:mm:ss'Z'}: {Explanation}"
    )]
    public static partial void Suggested(
        this ILogger log,
        string ca,
        string names,
        DateTimeOffset at,
        Uri? explanation
    );

    [LoggerMessage(LogLevel.Information, "{Ca} does not say when to renew the certificate for {Names}: {Reason}")]
    public static partial void NotSuggested(this ILogger log, string ca, string names, string reason);

    [LoggerMessage(Message = "The certificate for {Names} {Expiry}; {Next}")]
    public static partial void Expires(this ILogger log, LogLevel level, string names, string expiry, string next);

    [LoggerMessage(LogLevel.Warning, "What is known of a renewal is lost, and it starts anew: {Problem}")]
    public static partial void StateUnreadable(this ILogger log, string problem);

    [LoggerMessage(LogLevel.Error, "'{File}' cannot be written, a restart will not know of it: {Reason}")]
    public static partial void StateUnwritten(this ILogger log, string file, string reason);

    [LoggerMessage(LogLevel.Error, "The renewal of the certificate for {Names} met a fault of this program")]
    public static partial void Faulted(this ILogger log, Exception fault, string names);

    [LoggerMessage(LogLevel.Error, "Looking after the certificate for {Names} met a fault, and goes on in a minute")]
    public static partial void TickFaulted(this ILogger log, Exception fault, string names);
}
