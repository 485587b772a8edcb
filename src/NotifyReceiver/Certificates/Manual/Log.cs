namespace NotifyReceiver.Certificates.Manual;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Error,
        "{File} is not served, and what was served before goes on: {Refusal}. 'notify-receiver cert check' tells more"
    )]
    public static partial void Refused(this ILogger log, string file, string refusal);

    [LoggerMessage(LogLevel.Warning, "{File} is served, but no copy of it could be kept for the next start: {Reason}")]
    public static partial void NotKept(this ILogger log, string file, string reason);
}
