namespace NotifyReceiver.Retention;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Information,
        "{Gone} finished notifications pruned with all that came of them, and the bodies of {Emptied} more: {Figures}"
    )]
    public static partial void Pruned(this ILogger log, long gone, long emptied, string figures);

    [LoggerMessage(LogLevel.Warning, "{Trouble}")]
    public static partial void TooLarge(this ILogger log, string trouble);

    [LoggerMessage(
        LogLevel.Warning,
        "The clock shows {Clock}, far ahead of {Time}, from which age is counted until then"
    )]
    public static partial void ClockIsAhead(this ILogger log, DateTimeOffset clock, DateTimeOffset time);

    [LoggerMessage(LogLevel.Error, "Pruning failed, and is tried again within the hour")]
    public static partial void PassFailed(this ILogger log, Exception fault);
}
