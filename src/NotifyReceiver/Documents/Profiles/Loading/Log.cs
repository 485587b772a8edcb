namespace NotifyReceiver.Documents.Profiles.Loading;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Directory} was read anew: {Profiles} profiles in use; {Change}")]
    public static partial void Taken(this ILogger log, string directory, int profiles, string change);

    [LoggerMessage(LogLevel.Warning, "The profiles stay as they were last read, because {Refusal}")]
    public static partial void Refused(this ILogger log, string refusal);
}
