namespace NotifyReceiver.Sites.Loading;

internal static partial class Log
{
    [LoggerMessage(
        LogLevel.Information,
        "{File} was read anew: {Sites} sites in use; {Added} added, {Removed} removed, {Changed} changed"
    )]
    public static partial void Taken(this ILogger log, string file, int sites, int added, int removed, int changed);

    [LoggerMessage(
        LogLevel.Information,
        "{File} is there now and was read: {Sites} sites in use in place of the example"
    )]
    public static partial void TakenForTheExample(this ILogger log, string file, int sites);

    [LoggerMessage(LogLevel.Warning, "The sites stay as they were last read, because {Refusal}")]
    public static partial void Refused(this ILogger log, string refusal);
}
