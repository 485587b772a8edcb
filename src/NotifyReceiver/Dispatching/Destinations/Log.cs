namespace NotifyReceiver.Dispatching.Destinations;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Error,
        "ATIONET refused the credentials of destination {Destination} ({Purpose}: {Reason}): nothing more is asked of it until they are changed, or 'notify-receiver resume' is run"
    )]
    public static partial void Stopped(this ILogger log, string destination, string purpose, string reason);

    [LoggerMessage(
        LogLevel.Error,
        "Destination {Destination} stays stopped ({Purpose}), with the credentials that ATIONET refused before: {Reason}"
    )]
    public static partial void StillStopped(this ILogger log, string destination, string purpose, string reason);

    [LoggerMessage(
        LogLevel.Information,
        "Destination {Destination} goes on ({Purpose}): its credentials are others now"
    )]
    public static partial void CredentialsChanged(this ILogger log, string destination, string purpose);

    [LoggerMessage(LogLevel.Information, "Destination {Destination} goes on ({Purpose}): an operator has resumed it")]
    public static partial void Resumed(this ILogger log, string destination, string purpose);
}
